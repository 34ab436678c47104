//! `PATCH /api/v1/order-communications/communication-threads/{thread}/communication-messages/{id}`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{Member, Once, ScopeQuery, Scoped, audit::Trail};
use tally_entity::{MessageId, ThreadId};
use tally_http::{
    ApiResult, AppState, Body, IdempotencyHeader, Origin, PathParam, Problems, Text, access::MEMBER,
};
use utoipa::ToSchema;

use super::{no_message, row::MessageRow};
use crate::{
    messages::{editing::edit, repository::message},
    viewer::Viewer,
};

/// The other text.
#[derive(Deserialize, ToSchema)]
pub(crate) struct MessageChange {
    message: Text<1, 5000>,
}

/// Edits a message: the caller's own while nobody has read it, or any for those who run the business
#[utoipa::path(
    patch,
    path = "/order-communications/communication-threads/{thread}/communication-messages/{id}",
    tag = "communications",
    params(
        ("thread" = i64, Path, description = "The conversation"),
        ("id" = i64, Path, description = "The message"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    request_body = MessageChange,
    responses((status = OK, body = MessageRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn edit_message(
    State(app): State<AppState>,
    member: Scoped<Member>,
    Origin(origin): Origin,
    trail: Trail,
    once: Once,
    PathParam((thread, id)): PathParam<(ThreadId, MessageId)>,
    Body(MessageChange { message: Text(text) }): Body<MessageChange>,
) -> ApiResult<Response> {
    let (tx, viewer) = (once.begin(&app.db).await?, Viewer::of(&member));
    edit(&*tx, viewer, (thread, id), text, (&trail, app.clock.now())).await?;
    let found = message::one(&*tx, viewer, thread, id).await?.ok_or_else(no_message)?;
    tx.commit(Json(MessageRow::new(found, viewer, &origin))).await
}
