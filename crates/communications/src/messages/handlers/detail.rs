//! `GET /api/v1/order-communications/communication-threads/{thread}/communication-messages/{id}`

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{MessageId, ThreadId};
use tally_http::{ApiResult, Origin, PathParam, Problems, access::MEMBER};

use super::{no_message, row::MessageRow};
use crate::{
    messages::repository::{message, target},
    threads::handlers::no_thread,
    viewer::Viewer,
};

/// A message
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads/{thread}/communication-messages/{id}",
    tag = "communications",
    params(
        ("thread" = i64, Path, description = "The conversation"),
        ("id" = i64, Path, description = "The message"),
        ScopeQuery,
    ),
    responses((status = OK, body = MessageRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_message(
    State(db): State<Db>,
    member: Scoped<Member>,
    Origin(origin): Origin,
    PathParam((thread, id)): PathParam<(ThreadId, MessageId)>,
) -> ApiResult<Json<MessageRow>> {
    let viewer = Viewer::of(&member);
    target::find(db.reads(), viewer, thread).await?.ok_or_else(no_thread)?;
    let found = message::one(db.reads(), viewer, thread, id).await?.ok_or_else(no_message)?;
    Ok(Json(MessageRow::new(found, viewer, &origin)))
}
