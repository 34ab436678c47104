//! `GET /api/v1/order-communications/communication-threads/{thread}/communication-messages/available_recipients`

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::ThreadId;
use tally_http::{ApiResult, PathParam, Problems, access::MEMBER};

use crate::{messages::repository::available_recipients, threads::handlers::row::Recipient, viewer::Viewer};

/// Whom the caller can write to in a conversation; nobody in one that he does not see
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads/{thread}/communication-messages/available_recipients",
    tag = "communications",
    params(("thread" = i64, Path, description = "The conversation"), ScopeQuery),
    responses((status = OK, body = Vec<Recipient>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_available_recipients(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(thread): PathParam<ThreadId>,
) -> ApiResult<Json<Vec<Recipient>>> {
    let people = available_recipients::load(db.reads(), Viewer::of(&member), thread).await?;
    Ok(Json(people.into_iter().map(|person| Recipient::new(person, member.role)).collect()))
}
