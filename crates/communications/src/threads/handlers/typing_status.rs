//! `GET /api/v1/order-communications/communication-threads/{id}/typing_status`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_entity::{ThreadId, UserId, refs::UserName};
use tally_http::{ApiResult, AppState, PathParam, Problems, access::MEMBER};
use utoipa::ToSchema;

use super::no_thread;
use crate::{
    names::shown,
    threads::{repository::typing_status, typing},
    viewer::Viewer,
};

/// Who is typing in a conversation, the caller left out.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TypingStatus {
    #[schema(value_type = i64)]
    thread_id: ThreadId,
    typing_users: Vec<TypingUser>,
    is_typing: bool,
}

/// Somebody who is typing.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TypingUser {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
}

impl TypingUser {
    pub(crate) fn all(people: Vec<UserName>, viewer: Viewer) -> Vec<Self> {
        let named = people.into_iter().map(|person| shown(viewer.role, person));
        named.map(|person| Self { id: person.id, username: person.username }).collect()
    }
}

/// Who is typing
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads/{id}/typing_status",
    tag = "communications",
    params(("id" = i64, Path, description = "The conversation"), ScopeQuery),
    responses((status = OK, body = TypingStatus), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_typing_status(
    State(app): State<AppState>,
    member: Scoped<Member>,
    PathParam(id): PathParam<ThreadId>,
) -> ApiResult<Json<TypingStatus>> {
    let viewer = Viewer::of(&member);
    let (typing, _) = typing::others(&app.cache, id, viewer.id).await;
    let people = typing_status::load(app.db.reads(), viewer, id, &typing).await?.ok_or_else(no_thread)?;
    let typing_users = TypingUser::all(people, viewer);
    Ok(Json(TypingStatus { thread_id: id, is_typing: !typing_users.is_empty(), typing_users }))
}
