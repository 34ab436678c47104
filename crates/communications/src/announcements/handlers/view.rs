//! `POST /api/v1/announcements/announcements/{id}/view`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, Once, Scoped};
use tally_db::Db;
use tally_entity::BroadcastId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{detail::missing, row::reader};
use crate::announcements::repository::{announcement, view};

/// How it was looked at.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(crate) struct ViewForm {
    /// Seconds.
    #[schema(minimum = 0)]
    time_spent: Option<i32>,
}

impl ViewForm {
    /// Seconds.
    pub(super) fn seconds(form: Option<Body<Self>>) -> ApiResult<i32> {
        let seconds = form.and_then(|Body(form)| form.time_spent).unwrap_or_default();
        if seconds < 0 { Err(ApiError::invalid("/time_spent", "must be 0 or more")) } else { Ok(seconds) }
    }
}

/// It is noted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnnouncementViewed {
    message: &'static str,
    is_read: bool,
}

/// Notes that the caller has seen an announcement
#[utoipa::path(
    post,
    path = "/announcements/announcements/{id}/view",
    tag = "communications",
    params(("id" = i64, Path), IdempotencyHeader),
    request_body = Option<ViewForm>,
    responses((status = OK, body = AnnouncementViewed), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn view_announcement(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    once: Once,
    PathParam(id): PathParam<BroadcastId>,
    form: Option<Body<ViewForm>>,
) -> ApiResult<Response> {
    let seconds = ViewForm::seconds(form)?;
    let tx = once.begin(&db).await?;
    announcement::one(&*tx, reader(&member, &clock), id).await?.ok_or_else(missing)?;
    view::note(&*tx, id, member.id, seconds, None, clock.now()).await?;
    tx.commit(Json(AnnouncementViewed { message: "View tracked", is_read: true })).await
}
