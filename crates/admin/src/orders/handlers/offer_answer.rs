//! `POST /api/v1/orders/writer-assignment-acceptances/{id}/accept` and `reject`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{Once, Writer, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderAssignmentId, OrderId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::WRITER};
use tally_kernel::Clock;
use tally_lifecycle::order::{ASSIGN_WRITER, Cause, DECLINE_ORDER};
use utoipa::ToSchema;

use crate::orders::repository::offer_answer::{Refused, answer};

/// Why the caller takes an order, or does not.
#[derive(Deserialize, ToSchema)]
pub(crate) struct OfferAnswer {
    reason: Option<Text<0, 1000>>,
}

impl OfferAnswer {
    pub(super) fn reason(self) -> Option<String> {
        self.reason.and_then(Text::filled)
    }
}

/// What became of an offer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfferAnswered {
    message: &'static str,
    #[schema(value_type = i64)]
    order_id: OrderId,
    /// `accepted` or `rejected`.
    status: &'static str,
}

/// Takes an order that the caller was offered
#[utoipa::path(
    post,
    path = "/orders/writer-assignment-acceptances/{id}/accept",
    tag = "orders",
    params(("id" = i64, Path, description = "The offer"), IdempotencyHeader),
    request_body = OfferAnswer,
    responses((status = OK, body = OfferAnswered), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn accept_offered_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderAssignmentId>,
    Body(body): Body<OfferAnswer>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let cause = cause(&writer, &trail, ASSIGN_WRITER, body.reason(), &clock);
    let order_id = answer(&tx, writer.id, id, Some(&writer.username), &cause).await?.map_err(refusal)?;
    let message = "You have accepted the order.";
    tx.commit(Json(OfferAnswered { message, order_id, status: "accepted" })).await
}

/// Leaves an order that the caller was offered to others
#[utoipa::path(
    post,
    path = "/orders/writer-assignment-acceptances/{id}/reject",
    tag = "orders",
    params(("id" = i64, Path, description = "The offer"), IdempotencyHeader),
    request_body = OfferAnswer,
    responses((status = OK, body = OfferAnswered), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn reject_offered_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderAssignmentId>,
    Body(body): Body<OfferAnswer>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let cause = cause(&writer, &trail, DECLINE_ORDER, body.reason(), &clock);
    let order_id = answer(&tx, writer.id, id, None, &cause).await?.map_err(refusal)?;
    let message = "You have declined the order.";
    tx.commit(Json(OfferAnswered { message, order_id, status: "rejected" })).await
}

/// A writer's answer as the cause of what happens to the order.
pub(super) fn cause<'a>(
    writer: &Writer,
    trail: &'a Trail,
    action: &'a str,
    reason: Option<String>,
    clock: &Clock,
) -> Cause<'a> {
    let meta = reason.map_or_else(|| json!({}), |reason| json!({ "reason": reason }));
    Cause { by: (&writer.0).into(), trail, action, meta, now: clock.now() }
}

fn refusal(refused: Refused) -> ApiError {
    match refused {
        Refused::Unknown => ApiError::not_found("There is no such offer."),
        Refused::Answered(status) => ApiError::conflict(format!("The offer is {status}, not open.")),
        Refused::Order(refusal) => ApiError::conflict(refusal.to_string()),
    }
}
