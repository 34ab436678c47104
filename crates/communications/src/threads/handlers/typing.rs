//! `POST /api/v1/order-communications/communication-threads/{id}/typing`

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_entity::ThreadId;
use tally_http::{ApiResult, AppState, Limit, PathParam, Problems, access::MEMBER};

use super::no_thread;
use crate::{
    messages::{repository::target, sending::closed},
    threads::typing,
    viewer::Viewer,
};

/// The caller is typing
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/{id}/typing",
    tag = "communications",
    params(("id" = i64, Path, description = "The conversation"), ScopeQuery),
    responses((status = NO_CONTENT, description = "The others know for some seconds"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn note_typing(
    State(app): State<AppState>,
    member: Scoped<Member>,
    PathParam(id): PathParam<ThreadId>,
) -> ApiResult<Response> {
    let target = target::find(app.db.reads(), Viewer::of(&member), id).await?.ok_or_else(no_thread)?;
    if !target.takes_messages() {
        return Err(closed());
    }
    let left = app.limits.take(Limit::Typing, member.id).await?;
    typing::note(&app.cache, id, member.id).await;
    Ok((StatusCode::NO_CONTENT, left, ()).into_response())
}
