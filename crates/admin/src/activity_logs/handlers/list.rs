//! `GET /api/v1/admin-management/activity-logs`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, DayOrInstant, Page, PageQuery, Paging, Params, Problems, access::ADMIN};
use utoipa::IntoParams;

use super::row::ActivityRow;
use crate::activity_logs::repository::list::{self, Wanted};

/// Which rows are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ActivityQuery {
    /// Beginnings of words of the action or the user name, or an id.
    search: Option<String>,
    /// Who did it: an id, or a part of a user name.
    admin: Option<String>,
    /// A part of the action.
    action: Option<String>,
    action_type: Option<String>,
    target_type: Option<String>,
    /// A day or an instant: not before it.
    #[param(value_type = Option<String>)]
    timestamp_after: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    timestamp_before: Option<DayOrInstant>,
}

impl From<ActivityQuery> for Wanted {
    fn from(query: ActivityQuery) -> Self {
        let ActivityQuery {
            search,
            admin,
            action,
            action_type,
            target_type,
            timestamp_after,
            timestamp_before,
        } = query;
        Self {
            search,
            actor: admin,
            role: None,
            action,
            action_type,
            target_type,
            from: timestamp_after.map(DayOrInstant::start),
            until: timestamp_before.map(DayOrInstant::end),
        }
    }
}

/// What the people who run the business did
#[utoipa::path(
    get,
    path = "/admin-management/activity-logs",
    tag = "admin",
    params(ScopeQuery, ActivityQuery, PageQuery),
    responses((status = OK, body = Page<ActivityRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_activity_logs(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    paging: Paging<500, 100>,
    Params(query): Params<ActivityQuery>,
) -> ApiResult<Json<Page<ActivityRow>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), admin.scope, &query.into(), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}
