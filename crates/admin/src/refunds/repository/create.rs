//! Somebody shall get something back.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, QuerySelect as _, Set, entity::prelude::*, sea_query::LockType};
use tally_db::aggregate::sum;
use tally_entity::{
    PaymentId, PaymentStatus, PaymentType, RefundMethod, RefundStatus, RefundType, UserId, WebsiteScope,
    payment,
    refund::{self, rules},
};

/// What shall be given back of which payment.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) payment: PaymentId,
    pub(crate) wallet_cents: i64,
    pub(crate) external_cents: i64,
    pub(crate) method: RefundMethod,
    pub(crate) kind: RefundType,
    pub(crate) reason: String,
}

/// Why nothing is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Unknown,
    Status(PaymentStatus),
    Tip,
    TopUp,
    NoWallet,
    TooMuch,
}

/// What can be given back of.
pub(super) const PAID: [PaymentStatus; 3] =
    [PaymentStatus::Completed, PaymentStatus::Succeeded, PaymentStatus::PartiallyRefunded];

/// The refund; or why there is none, and then nothing has changed.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    wish: Wish,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<Result<refund::Model, Refusal>, DbErr> {
    let payment = payment::Entity::find_by_id(wish.payment)
        .filter(scope.of(payment::COLUMN.website_id))
        .lock(LockType::Update)
        .one(tx)
        .await?;
    let Some(payment) = payment else { return Ok(Err(Refusal::Unknown)) };
    if let Some(refusal) = against(&payment, &wish) {
        return Ok(Err(refusal));
    }
    let promised = promised(tx, payment.id).await?;
    let wanted = wish.wallet_cents.saturating_add(wish.external_cents);
    if promised.saturating_add(wanted) > payment.amount_cents {
        return Ok(Err(Refusal::TooMuch));
    }
    let row = refund::ActiveModel {
        website_id: Set(payment.website_id),
        payment_id: Set(payment.id),
        client_id: Set(payment.client_id),
        kind: Set(wish.kind),
        refund_method: Set(wish.method),
        wallet_amount_cents: Set(wish.wallet_cents),
        external_amount_cents: Set(wish.external_cents),
        status: Set(RefundStatus::Pending),
        reason: Set(wish.reason),
        requested_by_id: Set(Some(by)),
        created_at: Set(now),
        ..Default::default()
    };
    row.insert(tx).await.map(Ok)
}

fn against(payment: &payment::Model, wish: &Wish) -> Option<Refusal> {
    match payment.payment_type {
        _ if !PAID.contains(&payment.status) => Some(Refusal::Status(payment.status)),
        PaymentType::Tip => Some(Refusal::Tip),
        // Its money is the client's already: a refund would take it from the platform's.
        PaymentType::WalletLoading => Some(Refusal::TopUp),
        _ if wish.wallet_cents > 0 && payment.client_id.is_none() => Some(Refusal::NoWallet),
        _ => None,
    }
}

/// What was given back of a payment, and what waits to be.
async fn promised(tx: &DatabaseTransaction, payment: PaymentId) -> Result<i64, DbErr> {
    refund::Entity::find()
        .select_only()
        .expr_as(sum(rules::amount_cents()), "cents")
        .filter(refund::COLUMN.payment_id.eq(payment))
        .filter(refund::COLUMN.status.is_in([RefundStatus::Pending, RefundStatus::Processed]))
        .into_tuple()
        .one(tx)
        .await
        .map(Option::unwrap_or_default)
}
