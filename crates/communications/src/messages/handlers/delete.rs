//! `DELETE /api/v1/order-communications/communication-threads/{thread}/communication-messages/{id}`

use axum::{extract::State, http::StatusCode, response::Response};
use tally_auth::{Admin, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{MessageId, ThreadId};
use tally_http::{ApiResult, IdempotencyHeader, PathParam, Problems, access::ADMIN};
use tally_kernel::Clock;

use crate::{messages::editing::delete, viewer::Viewer};

/// Takes a message away
#[utoipa::path(
    delete,
    path = "/order-communications/communication-threads/{thread}/communication-messages/{id}",
    tag = "communications",
    params(
        ("thread" = i64, Path, description = "The conversation"),
        ("id" = i64, Path, description = "The message"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    responses((status = NO_CONTENT, description = "Nobody sees it"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn delete_message(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam((thread, id)): PathParam<(ThreadId, MessageId)>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    delete(&*tx, Viewer::of(&admin), (thread, id), (&trail, clock.now())).await?;
    tx.commit(StatusCode::NO_CONTENT).await
}
