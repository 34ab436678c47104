//! `POST /api/v1/order-communications/communication-threads/create-general-thread`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, Once, OnceWrite, ScopeQuery, Scoped, audit::Trail};
use tally_entity::{ThreadType, UserId};
use tally_http::{
    ApiError, ApiResult, AppState, Body, IdempotencyHeader, Limit, Origin, Problems, Text, access::MEMBER,
};
use utoipa::ToSchema;

use super::{no_thread, row::ThreadRow};
use crate::{
    messages::{
        handlers::row::MessageRow,
        repository::message,
        sending::{Draft, check, send},
    },
    threads::{
        opening::{Opened, Wish, kind, open},
        repository::{people, thread},
    },
    viewer::Viewer,
};

/// A message to somebody.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewConversation {
    #[schema(value_type = i64)]
    recipient_id: UserId,
    message: Text<1, 5000>,
    thread_type: Option<String>,
}

/// The conversation and the message that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConversationStarted {
    /// What happened, in one sentence.
    detail: &'static str,
    thread: ThreadRow,
    message: MessageRow,
}

async fn begin(
    tx: &OnceWrite,
    viewer: Viewer,
    (recipient, thread_type): (UserId, ThreadType),
    (trail, app): (&Trail, &AppState),
) -> ApiResult<Opened> {
    if recipient == viewer.id {
        return Err(ApiError::invalid("/recipient_id", "must be somebody else"));
    }
    let found = people::offered(&**tx, viewer, recipient).await?;
    found.ok_or_else(|| ApiError::not_found("There is no such person to write to."))?;
    let wish = Wish {
        order: None,
        people: vec![recipient],
        thread_type,
        subject: None,
        field: "/recipient_id",
        is_checked: true,
    };
    open(&**tx, viewer, wish, (trail, app.clock.now())).await
}

fn said(is_new: bool) -> (StatusCode, &'static str) {
    if is_new {
        (StatusCode::CREATED, "Conversation started successfully.")
    } else {
        (StatusCode::OK, "Message sent to existing conversation.")
    }
}

/// Writes to somebody, in the conversation with him or a new one
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/create-general-thread",
    tag = "communications",
    params(ScopeQuery, IdempotencyHeader),
    request_body = NewConversation,
    responses(
        (status = CREATED, description = "In a new one", body = ConversationStarted),
        (status = OK, description = "In the one there is", body = ConversationStarted),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn start_general_thread(
    State(app): State<AppState>,
    member: Scoped<Member>,
    Origin(origin): Origin,
    trail: Trail,
    once: Once,
    Body(NewConversation { recipient_id, message: Text(text), thread_type }): Body<NewConversation>,
) -> ApiResult<Response> {
    let (viewer, kind) = (Viewer::of(&member), kind(thread_type.as_deref(), ThreadType::General)?);
    let tx = once.begin(&app.db).await?;
    let Opened { id, is_new } = begin(&tx, viewer, (recipient_id, kind), (&trail, &app)).await?;
    let draft = Draft { to: Some(recipient_id), text, ..Draft::default() };
    let ready = check(&*tx, viewer, id, draft).await?;
    app.limits.take(Limit::Threads, viewer.id).await?;
    let left = app.limits.take(viewer.writing(), viewer.id).await?;
    let sent = send(&*tx, ready, &app.clock).await?;
    let message = message::one(&*tx, viewer, id, sent).await?.ok_or_else(no_thread)?;
    let message = MessageRow::new(message, viewer, &origin);
    let thread = thread::one(&*tx, viewer, id).await?.ok_or_else(no_thread)?;
    let thread = ThreadRow::new(thread, viewer);
    let (status, detail) = said(is_new);
    tx.commit((status, left, Json(ConversationStarted { detail, thread, message }))).await
}
