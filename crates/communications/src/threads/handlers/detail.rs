//! `GET /api/v1/order-communications/communication-threads/{id}`

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::ThreadId;
use tally_http::{ApiResult, PathParam, Problems, access::MEMBER};

use super::{no_thread, row::ThreadRow};
use crate::{threads::repository::thread, viewer::Viewer};

/// A conversation
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads/{id}",
    tag = "communications",
    params(("id" = i64, Path, description = "The conversation"), ScopeQuery),
    responses((status = OK, body = ThreadRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_thread(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<ThreadId>,
) -> ApiResult<Json<ThreadRow>> {
    let viewer = Viewer::of(&member);
    let found = thread::one(db.reads(), viewer, id).await?;
    Ok(Json(ThreadRow::new(found.ok_or_else(no_thread)?, viewer)))
}
