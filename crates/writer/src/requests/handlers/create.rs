//! `POST /api/v1/writer-management/writer-order-requests`

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use tally_auth::{Once, Scoped, Writer};
use tally_db::Db;
use tally_entity::{OrderId, OrderRequestKind};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, Text, access::WRITER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{
    row::{RequestRow, unknown},
    viewer::{asker, named, no_order},
};
use crate::requests::repository::{
    create::{Refused, ask},
    request::{Viewer, load},
};

/// An order that a writer would like to have, and why he should.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewRequest {
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    /// The same as `order_id`.
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    reason: Text<10, 2000>,
}

/// Asks for an order
#[utoipa::path(
    post,
    path = "/writer-management/writer-order-requests",
    tag = "writer",
    params(IdempotencyHeader),
    request_body = NewRequest,
    responses((status = CREATED, body = RequestRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn request_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Scoped<Writer>,
    once: Once,
    Body(body): Body<NewRequest>,
) -> ApiResult<Response> {
    let NewRequest { order_id, order, reason: Text(reason) } = body;
    let order = named(order_id, order, "order_id")?;
    let tx = once.begin(&db).await?;
    let asked = ask(&tx, asker(&writer)?, order, &reason, clock.now()).await?;
    let id = asked.map_err(refusal)?;
    let row = load(&*tx, Viewer::Writer(writer.id), OrderRequestKind::Request, id).await?;
    let row = RequestRow::of(row.ok_or_else(unknown)?, writer.role);
    tx.commit((StatusCode::CREATED, Json(row)).into_response()).await
}

fn refusal(refused: Refused) -> ApiError {
    match refused {
        Refused::Unknown => no_order(),
        Refused::Asked => ApiError::conflict("You have already requested this order."),
        Refused::Full(most) => ApiError::conflict(format!("Max request limit reached ({most}).")),
    }
}
