//! `GET /api/v1/activity/activity-logs/{id}`

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::AuditLogId;
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::MEMBER};

use super::{query::visible, row::EntryRow};
use crate::activity::repository::entries;

/// One thing that the caller, or somebody he looks after, did
#[utoipa::path(
    get,
    path = "/activity/activity-logs/{id}",
    tag = "activity",
    params(("id" = i64, Path, description = "The entry"), ScopeQuery),
    responses((status = OK, body = EntryRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_activity_log(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<AuditLogId>,
) -> ApiResult<Json<EntryRow>> {
    let found = entries::find(db.reads(), visible(&member), id).await?;
    let entry = found.ok_or_else(|| ApiError::not_found("There is no such entry in the log."))?;
    Ok(Json(EntryRow::seen_by(&member, entry)))
}
