//! `GET /api/v1/admin-management/activity-logs/{id}`

use axum::{
    Json,
    extract::{Path, State},
};
use serde::Serialize;
use serde_json::Value;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiError, ApiResult, Problems, access::ADMIN};
use utoipa::ToSchema;

use super::row::ActivityRow;
use crate::activity_logs::repository::detail::{self, ActivityDetail};

/// What somebody did, with all the log knows of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ActivityAnswer {
    #[serde(flatten)]
    activity: ActivityRow,
    metadata: ActivityMetadata,
}

/// What was changed, and from where.
#[derive(Debug, Serialize, ToSchema)]
struct ActivityMetadata {
    /// The changed columns as they were.
    #[schema(value_type = Option<Object>)]
    before: Option<Value>,
    /// The changed columns as they became.
    #[schema(value_type = Option<Object>)]
    after: Option<Value>,
    request_id: Option<String>,
    user_agent: Option<String>,
}

impl From<ActivityDetail> for ActivityAnswer {
    fn from(row: ActivityDetail) -> Self {
        let ActivityDetail { activity, before, request_id, user_agent } = row;
        let after = activity.after.clone();
        Self {
            activity: activity.into(),
            metadata: ActivityMetadata { before, after, request_id, user_agent },
        }
    }
}

/// One entry of the log
#[utoipa::path(
    get,
    path = "/admin-management/activity-logs/{id}",
    tag = "admin",
    params(("id" = i64, Path, description = "The entry"), ScopeQuery),
    responses((status = OK, body = ActivityAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_activity_log(
    State(db): State<Db>,
    Path(id): Path<String>,
    admin: Scoped<Admin>,
) -> ApiResult<Json<ActivityAnswer>> {
    let unknown = || ApiError::not_found("There is no such entry in the log.");
    let id = id.parse().map_err(|_| unknown())?;
    let row = detail::find(db.reads(), admin.scope, id).await?.ok_or_else(unknown)?;
    Ok(Json(row.into()))
}
