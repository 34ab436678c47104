//! `POST /api/v1/order-payments/order-payments/orders/{id}/initiate`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{Client, Once, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, PaymentMethod, PaymentStatus};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::CLIENT};
use tally_kernel::Clock;
use tally_lifecycle::order::Cause;
use utoipa::ToSchema;

use super::row::PaymentRow;
use crate::payments::repository::{
    initiate::{self, Refusal},
    payment,
};

/// How the order is paid.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PayRequest {
    /// `wallet`, `manual`, `bank_transfer` or `card`.
    #[schema(value_type = Option<String>)]
    payment_method: Option<PaymentMethod>,
}

impl PayRequest {
    fn method(&self) -> ApiResult<PaymentMethod> {
        use PaymentMethod::{BankTransfer, Card, Manual, Wallet};
        match self.payment_method.unwrap_or(Manual) {
            method @ (BankTransfer | Card | Manual | Wallet) => Ok(method),
            _ => Err(ApiError::invalid("/payment_method", "is no way to pay for an order")),
        }
    }
}

/// A payment that was begun or made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentBegun {
    message: &'static str,
    payment: PaymentRow,
    /// What people quote.
    payment_identifier: String,
}

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::Unknown => ApiError::not_found("There is no such order."),
        Refusal::Paid => ApiError::conflict("The order is paid already."),
        Refusal::Status(status) => {
            ApiError::conflict(format!("The order is {status} and cannot be paid for."))
        }
        Refusal::OtherMethod(method) => {
            let method = method.map_or("another way", PaymentMethod::as_str);
            ApiError::conflict(format!("A payment by {method} is under way."))
        }
    }
}

/// Pays for an own order
#[utoipa::path(
    post,
    path = "/order-payments/order-payments/orders/{id}/initiate",
    tag = "payments",
    params(("id" = i64, Path, description = "The order"), IdempotencyHeader),
    request_body = PayRequest,
    responses((status = CREATED, body = PaymentBegun), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn pay_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Client,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderId>,
    Body(body): Body<PayRequest>,
) -> ApiResult<Response> {
    let method = body.method()?;
    let by = (&client.0).into();
    let cause = Cause { by, trail: &trail, action: "payment", meta: json!({}), now: clock.now() };
    let tx = once.begin(&db).await?;
    let paid = initiate::apply(&tx, client.id, id, method, &cause).await?.map_err(refused)?;
    let message = match paid.status {
        PaymentStatus::Completed => "The order is paid.",
        _ => "The order is paid as soon as the payment is confirmed.",
    };
    let payment = PaymentRow::of(payment::find(&*tx, paid.id).await?, client.role);
    let payment_identifier = paid.reference_id.to_string();
    tx.commit((StatusCode::CREATED, Json(PaymentBegun { message, payment, payment_identifier }))).await
}
