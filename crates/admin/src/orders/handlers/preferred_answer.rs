//! `POST /api/v1/orders/preferred-writer-responses/{id}/accept` and `reject`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use tally_auth::{Once, OnceWrite, Writer, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, Role};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::WRITER};
use tally_kernel::Clock;
use tally_lifecycle::order::{ASSIGN_WRITER, Cause, DECLINE_ORDER};
use utoipa::ToSchema;

use super::{
    offer_answer::{OfferAnswer, cause},
    row::OrderRow,
    viewer::unknown,
};
use crate::orders::repository::{
    order::load,
    preferred_answer::{Answer, Refused, answer},
};

/// What became of an order whose client wanted the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PreferredAnswered {
    message: &'static str,
    #[schema(value_type = i64)]
    order_id: OrderId,
    /// `accepted` or `rejected`.
    status: &'static str,
    order: OrderRow,
}

/// Takes an order whose client wants the caller
#[utoipa::path(
    post,
    path = "/orders/preferred-writer-responses/{id}/accept",
    tag = "orders",
    params(("id" = i64, Path, description = "The order"), IdempotencyHeader),
    request_body = OfferAnswer,
    responses((status = OK, body = PreferredAnswered), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn accept_preferred_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderId>,
    Body(body): Body<OfferAnswer>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let cause = cause(&writer, &trail, ASSIGN_WRITER, body.reason(), &clock);
    respond(tx, &writer, id, Answer::Yes(&writer.username), &cause).await
}

/// Leaves an order whose client wants the caller to others
#[utoipa::path(
    post,
    path = "/orders/preferred-writer-responses/{id}/reject",
    tag = "orders",
    params(("id" = i64, Path, description = "The order"), IdempotencyHeader),
    request_body = OfferAnswer,
    responses((status = OK, body = PreferredAnswered), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn reject_preferred_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderId>,
    Body(body): Body<OfferAnswer>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let reason = body.reason();
    let cause = cause(&writer, &trail, DECLINE_ORDER, reason.clone(), &clock);
    respond(tx, &writer, id, Answer::No(reason.as_deref()), &cause).await
}

async fn respond(
    tx: OnceWrite,
    writer: &Writer,
    id: OrderId,
    says: Answer<'_>,
    cause: &Cause<'_>,
) -> ApiResult<Response> {
    answer(&tx, writer.id, id, says, cause).await?.map_err(refusal)?;
    let order = OrderRow::of(load(&*tx, id).await?.ok_or_else(unknown)?, Role::Writer);
    let (message, status) = match says {
        Answer::Yes(_) => ("You have accepted the order.", "accepted"),
        Answer::No(_) => ("You have declined the order.", "rejected"),
    };
    tx.commit(Json(PreferredAnswered { message, order_id: id, status, order })).await
}

fn refusal(refused: Refused) -> ApiError {
    match refused {
        Refused::Unknown => unknown(),
        Refused::Elsewhere(status) => {
            ApiError::conflict(format!("The order is {status} and waits for you no longer."))
        }
        Refused::Order(refusal) => ApiError::conflict(refusal.to_string()),
    }
}
