//! `POST /api/v1/order-communications/communication-threads/{thread}/communication-messages/{id}/mark_as_read`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use tally_auth::{Member, Once, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{MessageId, ThreadId};
use tally_http::{ApiResult, IdempotencyHeader, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::no_message;
use crate::{messages::repository::mark_as_read, viewer::Viewer};

/// The message is read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MessageRead {
    status: &'static str,
}

/// Marks a message read
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/{thread}/communication-messages/{id}/mark_as_read",
    tag = "communications",
    params(
        ("thread" = i64, Path, description = "The conversation"),
        ("id" = i64, Path, description = "The message"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    responses((status = OK, body = MessageRead), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn mark_message_read(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    once: Once,
    PathParam((thread, id)): PathParam<(ThreadId, MessageId)>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let marked = mark_as_read::mark(&*tx, Viewer::of(&member), (thread, id), clock.now()).await?;
    if !marked {
        return Err(no_message());
    }
    tx.commit(Json(MessageRead { status: "marked as read" })).await
}
