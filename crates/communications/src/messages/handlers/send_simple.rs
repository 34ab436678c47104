//! `POST /api/v1/order-communications/communication-threads/{thread}/send-message-simple`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::Serialize;
use tally_auth::{Member, Once, ScopeQuery, Scoped};
use tally_entity::ThreadId;
use tally_http::{ApiResult, AppState, IdempotencyHeader, Origin, PathParam, Problems, access::MEMBER};
use utoipa::ToSchema;

use super::{
    form::{MessageForm, NewMessage, Sent},
    no_message,
    row::MessageRow,
};
use crate::{
    messages::{
        repository::message,
        sending::{Draft, check, send},
    },
    viewer::Viewer,
};

/// The message that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MessageSent {
    /// What happened, in one sentence.
    detail: &'static str,
    message: MessageRow,
}

/// Sends a message to whoever is on the other side
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/{thread}/send-message-simple",
    tag = "communications",
    params(("thread" = i64, Path, description = "The conversation"), ScopeQuery, IdempotencyHeader),
    request_body(content((NewMessage = "application/json"), (MessageForm = "multipart/form-data"))),
    responses((status = CREATED, body = MessageSent), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn send_simple_message(
    State(app): State<AppState>,
    member: Scoped<Member>,
    Origin(origin): Origin,
    once: Once,
    PathParam(thread): PathParam<ThreadId>,
    sent: Sent,
) -> ApiResult<Response> {
    let (viewer, draft) = (Viewer::of(&member), Draft { to: None, ..sent.draft() });
    let tx = once.begin(&app.db).await?;
    let ready = check(&*tx, viewer, thread, draft).await?;
    let left = app.limits.take(viewer.writing(), viewer.id).await?;
    let id = send(&*tx, ready, &app.clock).await?;
    let found = message::one(&*tx, viewer, thread, id).await?.ok_or_else(no_message)?;
    let message = MessageRow::new(found, viewer, &origin);
    tx.commit((
        StatusCode::CREATED,
        left,
        Json(MessageSent { detail: "Message sent successfully.", message }),
    ))
    .await
}
