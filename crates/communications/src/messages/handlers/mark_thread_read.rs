//! `POST /api/v1/order-communications/communication-threads/{thread}/communication-messages/mark-thread-read`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use tally_auth::{Member, Once, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::ThreadId;
use tally_http::{ApiResult, IdempotencyHeader, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::{
    messages::{repository::mark_thread_read, sending::notice_key},
    threads::handlers::no_thread,
    viewer::Viewer,
};

/// The conversation is read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThreadRead {
    status: &'static str,
    /// Messages that were new until now.
    marked_count: i64,
}

/// Marks a conversation read
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/{thread}/communication-messages/mark-thread-read",
    tag = "communications",
    params(("thread" = i64, Path, description = "The conversation"), ScopeQuery, IdempotencyHeader),
    responses((status = OK, body = ThreadRead), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn mark_thread_read(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    once: Once,
    PathParam(thread): PathParam<ThreadId>,
) -> ApiResult<Response> {
    let (tx, viewer, now) = (once.begin(&db).await?, Viewer::of(&member), clock.now());
    let marked = mark_thread_read::mark(&*tx, viewer, thread, now).await?;
    let marked_count = marked.ok_or_else(no_thread)?;
    mark_thread_read::mark_notice(&*tx, viewer.id, notice_key(thread), now).await?;
    tx.commit(Json(ThreadRead { status: "success", marked_count })).await
}
