//! `PATCH /api/v1/notifications_system/notifications/status/{id}/mark`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{Member, Once};
use tally_db::Db;
use tally_entity::NotificationId;
use tally_http::{ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{feed::NotificationRow, mark_read::missing};
use crate::notifications::repository::{
    feed,
    marks::{self, Marks, Which},
};

/// What is noted. That something was read or acknowledged is not taken back.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
pub(crate) struct MarksForm {
    read: Option<bool>,
    pinned: Option<bool>,
    acknowledged: Option<bool>,
}

impl From<MarksForm> for Marks {
    fn from(form: MarksForm) -> Self {
        let MarksForm { read, pinned, acknowledged } = form;
        Self { read: read == Some(true), acknowledged: acknowledged == Some(true), pinned }
    }
}

/// Notes something on a notice
#[utoipa::path(
    patch,
    path = "/notifications_system/notifications/status/{id}/mark",
    tag = "communications",
    params(("id" = i64, Path), IdempotencyHeader),
    request_body = MarksForm,
    responses((status = OK, body = NotificationRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn mark_notification(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Member,
    once: Once,
    PathParam(id): PathParam<NotificationId>,
    Body(form): Body<MarksForm>,
) -> ApiResult<Response> {
    let (user, now) = (member.id, clock.now());
    let tx = once.begin(&db).await?;
    marks::apply(&*tx, user, &Which::These(vec![id]), form.into(), now).await?;
    let notice = feed::one(&*tx, user, id, now).await?.ok_or_else(missing)?;
    tx.commit(Json(NotificationRow::new(notice, member.role))).await
}
