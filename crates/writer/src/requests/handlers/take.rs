//! `POST /api/v1/writer-management/writer-order-takes`

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{Once, Scoped, Writer, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, OrderRequestId, OrderStatus};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::WRITER};
use tally_kernel::Clock;
use tally_lifecycle::order::{ASSIGN_WRITER, Cause};
use utoipa::ToSchema;

use super::viewer::{asker, named, no_order};
use crate::requests::repository::take::{self, Refused};

/// The order that is taken.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewTake {
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    /// The same as `order`.
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
}

/// Whose order it is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderTaken {
    #[schema(value_type = i64)]
    id: OrderRequestId,
    #[schema(value_type = i64)]
    order: OrderId,
    #[schema(value_type = i64)]
    order_id: OrderId,
    taken_at: DateTime<Utc>,
    message: &'static str,
    #[schema(value_type = String)]
    order_status: OrderStatus,
}

/// Takes an order at once
#[utoipa::path(
    post,
    path = "/writer-management/writer-order-takes",
    tag = "writer",
    params(IdempotencyHeader),
    request_body = NewTake,
    responses((status = CREATED, body = OrderTaken), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn take_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Scoped<Writer>,
    trail: Trail,
    once: Once,
    Body(body): Body<NewTake>,
) -> ApiResult<Response> {
    let order = named(body.order, body.order_id, "order")?;
    let tx = once.begin(&db).await?;
    let (action, meta, now) = (ASSIGN_WRITER, json!({}), clock.now());
    let cause = Cause { by: (&writer.0).into(), trail: &trail, action, meta, now };
    let taken = take::take(&tx, asker(&writer)?, &writer.username, order, &cause).await?;
    let (id, order_status) = taken.map_err(refusal)?;
    let message = "Order taken.";
    let taken = OrderTaken { id, order, order_id: order, taken_at: now, message, order_status };
    tx.commit((StatusCode::CREATED, Json(taken)).into_response()).await
}

fn refusal(refused: Refused) -> ApiError {
    match refused {
        Refused::Unknown => no_order(),
        Refused::Disabled => {
            ApiError::conflict("Order takes are currently disabled. Writers must request orders.")
        }
        Refused::Full => ApiError::conflict("You have reached your max take limit."),
        Refused::Gone => ApiError::conflict("This order has just been taken."),
    }
}
