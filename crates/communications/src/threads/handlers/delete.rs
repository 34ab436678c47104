//! `DELETE /api/v1/order-communications/communication-threads/{id}`

use axum::{extract::State, http::StatusCode, response::Response};
use tally_auth::{
    Admin, Once, ScopeQuery, Scoped,
    audit::{ActionKind, Entry, Trail, record},
};
use tally_db::Db;
use tally_entity::ThreadId;
use tally_http::{ApiResult, IdempotencyHeader, PathParam, Problems, access::ADMIN};
use tally_kernel::Clock;

use super::no_thread;
use crate::{
    threads::repository::change::{self, Settings},
    viewer::Viewer,
};

/// Closes a conversation and takes its messages away
#[utoipa::path(
    delete,
    path = "/order-communications/communication-threads/{id}",
    tag = "communications",
    params(("id" = i64, Path, description = "The conversation"), ScopeQuery, IdempotencyHeader),
    responses((status = NO_CONTENT, description = "It is closed, and nobody sees its messages"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn delete_thread(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<ThreadId>,
) -> ApiResult<Response> {
    let (tx, now) = (once.begin(&db).await?, clock.now());
    let before = change::lock(&*tx, admin.scope, id).await?.ok_or_else(no_thread)?;
    let website = Some(before.website_id);
    change::write(&*tx, id, &Settings { is_active: false, ..before }, now).await?;
    change::delete_messages(&*tx, id, admin.id, now).await?;
    let entry = Entry {
        actor: Viewer::of(&admin).into(),
        kind: ActionKind::Deleted,
        action: format!("Deleted thread {id}"),
        website,
        target: ("thread", id.0),
        before: None,
        after: None,
        trail: &trail,
    };
    record(&*tx, entry).await?;
    tx.commit(StatusCode::NO_CONTENT).await
}
