//! `POST /api/v1/order-communications/message-attachments`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use tally_auth::{Member, Once, ScopeQuery, Scoped};
use tally_entity::{ThreadId, UserId};
use tally_http::{
    ApiError, ApiResult, AppState, FileBytes, IdempotencyHeader, Origin, Problems, access::MEMBER,
};
use utoipa::ToSchema;

use super::{form::Sent, no_message, row::MessageRow};
use crate::{
    messages::{
        repository::message,
        sending::{check, send},
    },
    viewer::Viewer,
};

/// The form of a file that is a message by itself.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: the form is read field by field")]
pub(crate) struct AttachmentForm {
    /// The file, of 10 MiB at most.
    file: FileBytes,
    /// The conversation.
    #[schema(value_type = i64)]
    thread_id: ThreadId,
    /// To whom; without one, whoever is on the other side.
    #[schema(value_type = Option<i64>)]
    recipient_id: Option<UserId>,
}

/// Sends a file
#[utoipa::path(
    post,
    path = "/order-communications/message-attachments",
    tag = "communications",
    params(ScopeQuery, IdempotencyHeader),
    request_body(content((AttachmentForm = "multipart/form-data"))),
    responses((status = CREATED, body = MessageRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn attach_file(
    State(app): State<AppState>,
    member: Scoped<Member>,
    Origin(origin): Origin,
    once: Once,
    sent: Sent,
) -> ApiResult<Response> {
    if !sent.has_file() {
        return Err(ApiError::invalid("/file", "is required"));
    }
    let (viewer, thread, draft) = (Viewer::of(&member), sent.thread()?, sent.draft());
    let tx = once.begin(&app.db).await?;
    let ready = check(&*tx, viewer, thread, draft).await?;
    let left = app.limits.take(viewer.writing(), viewer.id).await?;
    let id = send(&*tx, ready, &app.clock).await?;
    let found = message::one(&*tx, viewer, thread, id).await?.ok_or_else(no_message)?;
    tx.commit((StatusCode::CREATED, left, Json(MessageRow::new(found, viewer, &origin)))).await
}
