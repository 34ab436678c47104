//! `POST /api/v1/writer-management/writer-order-requests/{id}/assign`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{Desk, Once, Permission, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, OrderRequestId, OrderRequestKind};
use tally_http::{
    ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Price, Problems, Text, access::DESK,
};
use tally_kernel::Clock;
use tally_lifecycle::order::{ASSIGN_WRITER, Cause};
use utoipa::ToSchema;

use super::row::{RequestRow, decided, unknown};
use crate::requests::repository::{
    assign::{Refused, approve},
    request::{Viewer, load},
};

/// What the writer gets, and why he does.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Approval {
    reason: Option<Text<0, 1000>>,
    /// What the order says when absent.
    writer_payment_amount: Option<Price>,
}

/// Whose order it is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestAssigned {
    message: &'static str,
    #[schema(value_type = i64)]
    order_id: OrderId,
    request: RequestRow,
}

/// Gives an order to a writer who asked for it
#[utoipa::path(
    post,
    path = "/writer-management/writer-order-requests/{id}/assign",
    tag = "writer",
    params(("id" = i64, Path, description = "The request"), ScopeQuery, IdempotencyHeader),
    request_body = Approval,
    responses((status = OK, body = RequestAssigned), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn assign_order_request(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderRequestId>,
    Body(body): Body<Approval>,
) -> ApiResult<Response> {
    desk.require(db.reads(), Permission::HandleOrders).await?;
    let tx = once.begin(&db).await?;
    let reason = body.reason.and_then(Text::filled);
    let meta = reason.as_ref().map_or_else(|| json!({}), |reason| json!({ "reason": reason }));
    let (action, now) = (ASSIGN_WRITER, clock.now());
    let cause = Cause { by: (&desk.0).into(), trail: &trail, action, meta, now };
    let cents = body.writer_payment_amount.map(|Price(cents)| cents);
    let approved = approve(&tx, desk.scope, id, cents, reason.as_deref(), &cause).await?;
    let order_id = approved.map_err(refusal)?;
    let row = load(&*tx, Viewer::Staff(desk.scope), OrderRequestKind::Request, id).await?;
    let request = RequestRow::of(row.ok_or_else(unknown)?, desk.role);
    let message = "Writer assigned successfully from request.";
    tx.commit(Json(RequestAssigned { message, order_id, request })).await
}

fn refusal(refused: Refused) -> ApiError {
    match refused {
        Refused::Unknown => unknown(),
        Refused::Decided(status) => decided(status),
        Refused::Away => ApiError::conflict("The writer cannot work now."),
        Refused::Order(refusal) => ApiError::conflict(refusal.to_string()),
    }
}
