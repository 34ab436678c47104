//! `POST, DELETE /api/v1/order-communications/communication-threads/{thread}/communication-messages/{id}/react`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, Once, OnceWrite, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{MessageId, ThreadId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::MEMBER};
use utoipa::ToSchema;

use super::{
    no_message,
    row::{MessageReaction, reactions},
};
use crate::{
    messages::repository::{
        message,
        react::{add, remove},
        target::{self, Target},
    },
    threads::handlers::no_thread,
    viewer::Viewer,
};

const EMOJI: [&str; 8] = ["👍", "❤️", "😊", "🎉", "✅", "❌", "⚠️", "💡"];

/// An emoji.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReactionRequest {
    /// One of 👍 ❤️ 😊 🎉 ✅ ❌ ⚠️ 💡.
    reaction: Option<String>,
    /// Another name of `reaction`.
    emoji: Option<String>,
}

impl ReactionRequest {
    fn checked(self) -> ApiResult<&'static str> {
        let asked = self.reaction.or(self.emoji).unwrap_or_default();
        // Some keyboards leave out the sign that asks for colour.
        let plain = |emoji: &str| emoji.trim_end_matches('\u{fe0f}').to_owned();
        let known = EMOJI.into_iter().find(|emoji| plain(emoji) == plain(&asked));
        known.ok_or_else(|| ApiError::invalid("/reaction", "must be one of 👍 ❤️ 😊 🎉 ✅ ❌ ⚠️ 💡"))
    }
}

/// The reactions there are now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Reacted {
    status: &'static str,
    /// What happened, in one sentence.
    message: &'static str,
    reaction: &'static str,
    reactions: Vec<MessageReaction>,
}

async fn seen(tx: &OnceWrite, viewer: Viewer, thread: ThreadId, id: MessageId) -> ApiResult<Target> {
    let target = target::find(&**tx, viewer, thread).await?.ok_or_else(no_thread)?;
    message::one(&**tx, viewer, thread, id).await?.ok_or_else(no_message)?;
    Ok(target)
}

async fn answer(
    tx: &OnceWrite,
    viewer: Viewer,
    (thread, id): (ThreadId, MessageId),
    (message, reaction): (&'static str, &'static str),
) -> ApiResult<Json<Reacted>> {
    let found = message::one(&**tx, viewer, thread, id).await?.ok_or_else(no_message)?;
    let reactions = reactions(&found.reactions, &found.reacted_by, viewer.id);
    Ok(Json(Reacted { status: "success", message, reaction, reactions }))
}

/// Adds a reaction
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/{thread}/communication-messages/{id}/react",
    tag = "communications",
    params(
        ("thread" = i64, Path, description = "The conversation"),
        ("id" = i64, Path, description = "The message"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    request_body = ReactionRequest,
    responses((status = OK, body = Reacted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn add_reaction(
    State(db): State<Db>,
    member: Scoped<Member>,
    once: Once,
    PathParam((thread, id)): PathParam<(ThreadId, MessageId)>,
    Body(body): Body<ReactionRequest>,
) -> ApiResult<Response> {
    let (reaction, viewer) = (body.checked()?, Viewer::of(&member));
    let tx = once.begin(&db).await?;
    let target = seen(&tx, viewer, thread, id).await?;
    add(&*tx, target.website_id, (id, viewer.id), reaction).await?;
    let answer = answer(&tx, viewer, (thread, id), ("Reaction added.", reaction)).await?;
    tx.commit(answer).await
}

/// Takes a reaction back
#[utoipa::path(
    delete,
    path = "/order-communications/communication-threads/{thread}/communication-messages/{id}/react",
    tag = "communications",
    params(
        ("thread" = i64, Path, description = "The conversation"),
        ("id" = i64, Path, description = "The message"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    request_body = ReactionRequest,
    responses((status = OK, body = Reacted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn remove_reaction(
    State(db): State<Db>,
    member: Scoped<Member>,
    once: Once,
    PathParam((thread, id)): PathParam<(ThreadId, MessageId)>,
    Body(body): Body<ReactionRequest>,
) -> ApiResult<Response> {
    let (reaction, viewer) = (body.checked()?, Viewer::of(&member));
    let tx = once.begin(&db).await?;
    seen(&tx, viewer, thread, id).await?;
    remove(&*tx, (id, viewer.id), reaction).await?;
    let answer = answer(&tx, viewer, (thread, id), ("Reaction removed.", reaction)).await?;
    tx.commit(answer).await
}
