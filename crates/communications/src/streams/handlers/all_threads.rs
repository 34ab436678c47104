//! `GET /api/v1/order-communications/communication-threads-stream`

use axum::{extract::State, response::Response};
use tally_auth::{Listener, Member, ScopeQuery, Scoped, TokenQuery};
use tally_http::{ApiResult, AppState, Problems, access::MEMBER};

use crate::{
    streams::{live::Live, seat::Seat, threads::Threads},
    viewer::Viewer,
};

/// Events: the newest conversations, at once and after each change
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads-stream",
    tag = "communications",
    params(ScopeQuery, TokenQuery),
    responses((status = OK, description = "Events", body = String, content_type = "text/event-stream"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn stream_threads(
    State(app): State<AppState>,
    listener: Listener,
    member: Scoped<Member>,
) -> ApiResult<Response> {
    let viewer = Viewer::of(&member);
    let seat = Seat::take(&app, viewer.id).await?;
    Ok(Live::open(app, listener, seat, Threads::of(viewer)).await?.answer())
}
