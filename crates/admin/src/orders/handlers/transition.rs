//! `POST /api/v1/orders/orders/{id}/transition`

use axum::{extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{Member, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, OrderStatus};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::action::{ActionTaken, Asked, Chosen, perform};

/// Where the order shall go.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TransitionRequest {
    /// A status; `reopened` is another name of `re_opened`.
    target_status: String,
    reason: Option<Text<0, 1000>>,
}

impl TransitionRequest {
    fn target(&self) -> ApiResult<OrderStatus> {
        match self.target_status.as_str() {
            "reopened" => Ok(OrderStatus::ReOpened),
            word => word.parse().map_err(|_| ApiError::invalid("/target_status", "is no status of an order")),
        }
    }
}

/// Takes an order to another status
#[utoipa::path(
    post,
    path = "/orders/orders/{id}/transition",
    tag = "orders",
    params(("id" = i64, Path, description = "The order"), ScopeQuery, IdempotencyHeader),
    request_body = TransitionRequest,
    responses((status = OK, body = ActionTaken), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn move_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderId>,
    Body(body): Body<TransitionRequest>,
) -> ApiResult<Response> {
    let to = body.target()?;
    let reason = body.reason.and_then(Text::filled);
    let asked = Asked { member: &member, trail: &trail, id, reason, now: clock.now() };
    perform(&db, once, asked, None, |known, part| Chosen::transition(to, known, part)).await
}
