//! `POST /api/v1/wallet/api/client-wallet/top_up`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{Member, Once, audit::Trail};
use tally_config::TopUp;
use tally_entity::{PaymentId, PaymentMethod, PaymentStatus, payment};
use tally_http::{
    Amount, ApiError, ApiResult, AppState, Body, IdempotencyHeader, Price, Problems, Text, access::MEMBER,
};
use tally_kernel::Money;
use tally_lifecycle::order::Cause;
use utoipa::ToSchema;

use super::own::WalletState;
use crate::wallets::repository::{
    my_wallet,
    top_up::{self, Wish},
};

const LEAST: i64 = 100;
const MOST: i64 = 1_000_000;

/// What shall be put into the wallet.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TopUpRequest {
    /// 1 to 10,000.
    #[schema(minimum = 1, maximum = 10000)]
    amount: Price,
    description: Option<Text<0, 255>>,
    /// `card`, `bank_transfer`, `paypal`, `mpesa` or `manual`.
    #[schema(value_type = Option<String>)]
    method: Option<PaymentMethod>,
}

impl TopUpRequest {
    fn wish(self, top_up: TopUp) -> ApiResult<Wish> {
        use PaymentMethod::{BankTransfer, Card, Manual, Mpesa, Paypal};
        let Self { amount: Price(cents), description, method } = self;
        if !(LEAST..=MOST).contains(&cents) {
            return Err(ApiError::invalid("/amount", "must be between 1 and 10000"));
        }
        let method = method.unwrap_or(Card);
        if ![Card, BankTransfer, Paypal, Mpesa, Manual].contains(&method) {
            return Err(ApiError::invalid("/method", "is no way to put money into a wallet"));
        }
        let description = description.and_then(Text::filled).unwrap_or_else(|| "Wallet top-up".to_owned());
        Ok(Wish { cents, method, description, is_paid: top_up == TopUp::Instant })
    }
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TopUpAnswer {
    detail: String,
    wallet: WalletState,
    payment: TopUpPayment,
}

#[derive(Debug, Serialize, ToSchema)]
struct TopUpPayment {
    #[schema(value_type = i64)]
    id: PaymentId,
    #[schema(value_type = String)]
    status: PaymentStatus,
    amount: Amount,
}

impl TopUpAnswer {
    fn of(payment: &payment::Model, wallet: WalletState) -> (StatusCode, Json<Self>) {
        let payment::Model { id, status, amount_cents, .. } = *payment;
        let amount = Money { cents: amount_cents }.in_full();
        let (code, detail) = match status {
            PaymentStatus::Completed => (StatusCode::OK, format!("{amount} are in your wallet.")),
            _ => (StatusCode::ACCEPTED, format!("{amount} will be in your wallet once they are paid.")),
        };
        let payment = TopUpPayment { id, status, amount: Amount::cents(amount_cents) };
        (code, Json(Self { detail, wallet, payment }))
    }
}

/// Puts money into the own wallet
#[utoipa::path(
    post,
    path = "/wallet/api/client-wallet/top_up",
    tag = "wallets",
    params(IdempotencyHeader),
    request_body = TopUpRequest,
    responses((status = OK, body = TopUpAnswer), (status = ACCEPTED, body = TopUpAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn top_up_wallet(
    State(app): State<AppState>,
    member: Member,
    trail: Trail,
    once: Once,
    Body(body): Body<TopUpRequest>,
) -> ApiResult<Response> {
    let wish = body.wish(app.top_up)?;
    let by = (&member.0).into();
    let cause = Cause { by, trail: &trail, action: "top_up", meta: json!({}), now: app.clock.now() };
    let tx = once.begin(&app.db).await?;
    let payment = top_up::apply(&tx, member.id, wish, &cause).await?;
    let payment = payment.ok_or_else(|| ApiError::conflict("People of the platform have no wallet."))?;
    let wallet = WalletState::of(my_wallet::find(&*tx, member.id).await?, member.role);
    tx.commit(TopUpAnswer::of(&payment, wallet)).await
}
