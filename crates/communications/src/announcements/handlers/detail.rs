//! `GET /api/v1/announcements/announcements/{id}`

use axum::{Json, extract::State};
use tally_auth::{Member, Scoped};
use tally_db::Db;
use tally_entity::BroadcastId;
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;

use super::row::{AnnouncementRow, reader};
use crate::announcements::repository::announcement;

/// An announcement to the caller
#[utoipa::path(
    get,
    path = "/announcements/announcements/{id}",
    tag = "communications",
    params(("id" = i64, Path)),
    responses((status = OK, body = AnnouncementRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_announcement(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    PathParam(id): PathParam<BroadcastId>,
) -> ApiResult<Json<AnnouncementRow>> {
    let row = announcement::one(db.reads(), reader(&member, &clock), id).await?.ok_or_else(missing)?;
    Ok(Json(AnnouncementRow::new(row, member.role)))
}

pub(super) fn missing() -> ApiError {
    ApiError::not_found("There is no such announcement.")
}
