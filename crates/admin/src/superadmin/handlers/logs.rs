//! `GET /api/v1/superadmin-management/logs`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{ScopeQuery, Scoped, Superadmin};
use tally_db::Db;
use tally_entity::{AuditLogId, Role, UserId};
use tally_http::{ApiResult, Page, PageQuery, Paging, Params, Problems, access::SUPERADMIN};
use utoipa::{IntoParams, ToSchema};

use crate::activity_logs::{
    handlers::row::{NOBODY, details, formatted},
    repository::{
        activity::Activity,
        list::{self, Wanted},
    },
};

/// Which rows are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SuperadminLogsQuery {
    /// Beginnings of words of the action or the user name, or an id.
    search: Option<String>,
    action_type: Option<String>,
}

impl From<SuperadminLogsQuery> for Wanted {
    fn from(query: SuperadminLogsQuery) -> Self {
        let SuperadminLogsQuery { search, action_type } = query;
        Self { role: Some(Role::Superadmin), search, action_type, ..Self::default() }
    }
}

/// What a superadmin did.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuperadminLog {
    #[schema(value_type = i64)]
    id: AuditLogId,
    action_type: String,
    /// What was changed and which of its columns, without their values.
    details: String,
    /// `details` again.
    action_details: String,
    superadmin: ActingSuperadmin,
    timestamp: DateTime<Utc>,
    /// Such as `05:55 16, Nov 2025`, in UTC.
    formatted_timestamp: String,
}

/// Who did it.
#[derive(Debug, Serialize, ToSchema)]
struct ActingSuperadmin {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
}

impl From<Activity> for SuperadminLog {
    fn from(row: Activity) -> Self {
        let Activity {
            id,
            actor_id,
            actor,
            action: _,
            action_type,
            target_type,
            target_id,
            after,
            ip: _,
            website: _,
            created_at,
        } = row;
        let details = details(target_type.as_deref(), target_id, after.as_ref());
        Self {
            id,
            action_type,
            action_details: details.clone(),
            details,
            superadmin: ActingSuperadmin {
                // Only rows with an actor are asked for.
                id: actor_id.unwrap_or(UserId(0)),
                username: actor.unwrap_or_else(|| NOBODY.to_owned()),
            },
            timestamp: created_at,
            formatted_timestamp: formatted(created_at),
        }
    }
}

/// What superadmins did
#[utoipa::path(
    get,
    path = "/superadmin-management/logs",
    tag = "admin",
    params(ScopeQuery, SuperadminLogsQuery, PageQuery),
    responses((status = OK, body = Page<SuperadminLog>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn get_superadmin_logs(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    paging: Paging<250, 50>,
    Params(query): Params<SuperadminLogsQuery>,
) -> ApiResult<Json<Page<SuperadminLog>>> {
    let (wanted, limit, offset) = (query.into(), paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), superadmin.scope, &wanted, limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}
