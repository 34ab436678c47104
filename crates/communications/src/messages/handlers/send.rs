//! `POST /api/v1/order-communications/communication-threads/{thread}/communication-messages`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use tally_auth::{Member, Once, ScopeQuery, Scoped};
use tally_entity::ThreadId;
use tally_http::{ApiResult, AppState, IdempotencyHeader, Origin, PathParam, Problems, access::MEMBER};

use super::{
    form::{MessageForm, NewMessage, Sent},
    no_message,
    row::MessageRow,
};
use crate::{
    messages::{
        repository::message,
        sending::{check, send},
    },
    viewer::Viewer,
};

/// Sends a message
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/{thread}/communication-messages",
    tag = "communications",
    params(("thread" = i64, Path, description = "The conversation"), ScopeQuery, IdempotencyHeader),
    request_body(content((NewMessage = "application/json"), (MessageForm = "multipart/form-data"))),
    responses((status = CREATED, body = MessageRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn send_message(
    State(app): State<AppState>,
    member: Scoped<Member>,
    Origin(origin): Origin,
    once: Once,
    PathParam(thread): PathParam<ThreadId>,
    sent: Sent,
) -> ApiResult<Response> {
    let (viewer, draft) = (Viewer::of(&member), sent.draft());
    let tx = once.begin(&app.db).await?;
    let ready = check(&*tx, viewer, thread, draft).await?;
    let left = app.limits.take(viewer.writing(), viewer.id).await?;
    let id = send(&*tx, ready, &app.clock).await?;
    let found = message::one(&*tx, viewer, thread, id).await?.ok_or_else(no_message)?;
    tx.commit((StatusCode::CREATED, left, Json(MessageRow::new(found, viewer, &origin)))).await
}
