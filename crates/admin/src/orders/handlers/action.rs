//! `GET`, `POST /api/v1/orders/orders/{id}/action`

mod answer;
mod perform;

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{Member, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, UserId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use self::answer::ActionList;
pub(super) use self::{
    answer::ActionTaken,
    perform::{Asked, Chosen, part_of, perform},
};
use super::viewer::{unknown, viewer};
use crate::orders::{actions, repository::action};

/// What the caller can do with an order
#[utoipa::path(
    get,
    path = "/orders/orders/{id}/action",
    tag = "orders",
    params(("id" = i64, Path, description = "The order"), ScopeQuery),
    responses((status = OK, body = ActionList), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_order_actions(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<OrderId>,
) -> ApiResult<Json<ActionList>> {
    let known = action::find(db.reads(), viewer(&member), id, member.id).await?.ok_or_else(unknown)?;
    Ok(Json(ActionList::of(&known, part_of(&member, &known))))
}

/// What shall be done.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ActionRequest {
    /// As the list of available actions names it.
    action: String,
    reason: Option<Text<0, 1000>>,
    /// Who gets the order.
    #[schema(value_type = Option<i64>)]
    writer_id: Option<UserId>,
}

/// Does something with an order
#[utoipa::path(
    post,
    path = "/orders/orders/{id}/action",
    tag = "orders",
    params(("id" = i64, Path, description = "The order"), ScopeQuery, IdempotencyHeader),
    request_body = ActionRequest,
    responses((status = OK, body = ActionTaken), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn act_on_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderId>,
    Body(ActionRequest { action, reason, writer_id }): Body<ActionRequest>,
) -> ApiResult<Response> {
    let action =
        actions::named(&action).ok_or_else(|| ApiError::invalid("/action", "is no action of an order"))?;
    let asked =
        Asked { member: &member, trail: &trail, id, reason: reason.and_then(Text::filled), now: clock.now() };
    perform(&db, once, asked, writer_id, |known, part| Chosen::action(action, known, part)).await
}
