//! `POST /api/v1/notifications_system/mark-read/{id}`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use tally_auth::{Member, Once};
use tally_db::Db;
use tally_entity::NotificationId;
use tally_http::{ApiError, ApiResult, IdempotencyHeader, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::notifications::repository::marks::{self, Marks, Which};

/// It is noted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotificationMarkedRead {
    ok: bool,
}

/// Notes that a notice was read
#[utoipa::path(
    post,
    path = "/notifications_system/mark-read/{id}",
    tag = "communications",
    params(("id" = i64, Path), IdempotencyHeader),
    responses((status = OK, body = NotificationMarkedRead), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn mark_notification_read(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Member,
    once: Once,
    PathParam(id): PathParam<NotificationId>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let marks = Marks { read: true, ..Marks::default() };
    if marks::apply(&*tx, member.id, &Which::These(vec![id]), marks, clock.now()).await? == 0 {
        return Err(missing());
    }
    tx.commit(Json(NotificationMarkedRead { ok: true })).await
}

pub(super) fn missing() -> ApiError {
    ApiError::not_found("There is no such notification.")
}
