//! `POST /api/v1/refunds/refunds`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::Deserialize;
use tally_auth::{
    Desk, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
};
use tally_db::Db;
use tally_entity::{PaymentId, RefundMethod, RefundType};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Price, Problems, Text, access::DESK};
use tally_kernel::{Clock, Money};
use utoipa::ToSchema;

use super::{row::RefundRow, viewer::unknown, written::record};
use crate::refunds::repository::{
    create::{self, Refusal, Wish},
    refund,
    visible::Viewer,
};

/// What shall be given back.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RefundRequest {
    /// The payment.
    #[schema(value_type = i64)]
    order_payment: PaymentId,
    /// Into the client's wallet.
    wallet_amount: Option<Price>,
    /// By the provider.
    external_amount: Option<Price>,
    /// `wallet` or `external`.
    #[schema(value_type = Option<String>)]
    refund_method: Option<RefundMethod>,
    /// `manual` or `automated`.
    #[serde(rename = "type")]
    #[schema(value_type = Option<String>)]
    kind: Option<RefundType>,
    reason: Option<Text<0, 1000>>,
}

impl RefundRequest {
    fn wish(self) -> ApiResult<Wish> {
        let Self { order_payment: payment, wallet_amount, external_amount, refund_method, kind, reason } =
            self;
        let [wallet_cents, external_cents] =
            [wallet_amount, external_amount].map(|amount| amount.map_or(0, |Price(cents)| cents));
        if wallet_cents == 0 && external_cents == 0 {
            return Err(ApiError::invalid("/wallet_amount", "or the external amount must be above 0"));
        }
        let reason = reason.map(|Text(reason)| reason).unwrap_or_default();
        let method = refund_method.unwrap_or(RefundMethod::Wallet);
        let kind = kind.unwrap_or(RefundType::Manual);
        Ok(Wish { payment, wallet_cents, external_cents, method, kind, reason })
    }
}

fn refused(refusal: Refusal) -> ApiError {
    ApiError::conflict(match refusal {
        Refusal::Unknown => return ApiError::not_found("There is no such payment."),
        Refusal::Status(status) => format!("The payment is {status}; nothing of it can be given back."),
        Refusal::Tip => "A tip is the writer's; it cannot be given back.".to_owned(),
        Refusal::TopUp => "The money of a top-up is the client's already.".to_owned(),
        Refusal::NoWallet => "Nobody with a wallet has paid that.".to_owned(),
        Refusal::TooMuch => "Refund exceeds paid amount.".to_owned(),
    })
}

/// Asks for a refund
#[utoipa::path(
    post,
    path = "/refunds/refunds",
    tag = "refunds",
    params(ScopeQuery, IdempotencyHeader),
    request_body = RefundRequest,
    responses((status = CREATED, body = RefundRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn request_refund(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    trail: Trail,
    once: Once,
    Body(body): Body<RefundRequest>,
) -> ApiResult<Response> {
    desk.require(db.reads(), Permission::ManageFinancials).await?;
    let wish = body.wish()?;
    let tx = once.begin(&db).await?;
    let new = create::apply(&tx, desk.scope, wish, desk.id, clock.now()).await?.map_err(refused)?;
    let amount = Money { cents: new.wallet_amount_cents + new.external_amount_cents }.in_full();
    let action = format!("Requested a refund of {amount} for payment {}", new.payment_id);
    record(&tx, (&desk.0).into(), &trail, &new, (ActionKind::Money, action, None)).await?;
    let row = refund::find(&*tx, Viewer::Staff(desk.scope), new.id).await?.ok_or_else(unknown)?;
    tx.commit((StatusCode::CREATED, Json(RefundRow::of(row, desk.role)))).await
}
