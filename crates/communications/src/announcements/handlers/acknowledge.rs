//! `POST /api/v1/announcements/announcements/{id}/acknowledge`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use tally_auth::{Member, Once, Scoped};
use tally_db::Db;
use tally_entity::BroadcastId;
use tally_http::{ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{detail::missing, row::reader, view::ViewForm};
use crate::announcements::repository::{announcement, view};

/// It is noted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnnouncementAcknowledged {
    message: &'static str,
    acknowledged: bool,
}

/// Notes that the caller has taken note of an announcement
#[utoipa::path(
    post,
    path = "/announcements/announcements/{id}/acknowledge",
    tag = "communications",
    params(("id" = i64, Path), IdempotencyHeader),
    request_body = Option<ViewForm>,
    responses((status = OK, body = AnnouncementAcknowledged), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn acknowledge_announcement(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    once: Once,
    PathParam(id): PathParam<BroadcastId>,
    form: Option<Body<ViewForm>>,
) -> ApiResult<Response> {
    let (seconds, now) = (ViewForm::seconds(form)?, clock.now());
    let tx = once.begin(&db).await?;
    announcement::one(&*tx, reader(&member, &clock), id).await?.ok_or_else(missing)?;
    view::note(&*tx, id, member.id, seconds, Some(now), now).await?;
    tx.commit(Json(AnnouncementAcknowledged { message: "Announcement acknowledged", acknowledged: true }))
        .await
}
