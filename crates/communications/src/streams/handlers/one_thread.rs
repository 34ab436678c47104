//! `GET /api/v1/order-communications/communication-threads-stream/{thread}`

use axum::{extract::State, http::HeaderMap, response::Response};
use tally_auth::{Listener, Member, ScopeQuery, Scoped, TokenQuery};
use tally_entity::ThreadId;
use tally_http::{ApiResult, AppState, Origin, PathParam, Problems, access::MEMBER};

use crate::{
    messages::repository::target,
    streams::{live::Live, one_thread::OneThread, seat::Seat},
    threads::handlers::no_thread,
    viewer::Viewer,
};

/// The id of the last event that arrived; what is no number of ours is none.
fn last_event(headers: &HeaderMap) -> Option<i64> {
    let id = headers.get("last-event-id")?.to_str().ok()?.trim().parse().ok()?;
    (id > 0).then_some(id)
}

/// Events: the messages of a conversation, who reads them and who types. `Last-Event-ID` resumes without a gap
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads-stream/{thread}",
    tag = "communications",
    params(("thread" = i64, Path, description = "The conversation"), ScopeQuery, TokenQuery),
    responses((status = OK, description = "Events", body = String, content_type = "text/event-stream"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn stream_thread(
    State(app): State<AppState>,
    listener: Listener,
    member: Scoped<Member>,
    Origin(origin): Origin,
    headers: HeaderMap,
    PathParam(thread): PathParam<ThreadId>,
) -> ApiResult<Response> {
    let viewer = Viewer::of(&member);
    target::find(app.db.reads(), viewer, thread).await?.ok_or_else(no_thread)?;
    let seat = Seat::take(&app, viewer.id).await?;
    let source = OneThread::new(viewer, thread, origin, last_event(&headers));
    Ok(Live::open(app, listener, seat, source).await?.answer())
}
