//! The money of a refund goes back.

use sea_orm::{DatabaseTransaction, IntoActiveModel as _, Set, entity::prelude::*};
use tally_entity::{
    LedgerTransferId, OrderStatus, PaymentStatus, RefundId, RefundStatus, TransferKind, WebsiteScope,
    WriterPaymentStatus, order, payment, refund, writer_payment,
};
use tally_ledger::{Account, BookError, Booking, Leg, book};
use tally_lifecycle::order::{Cause, change, lock};

use super::{create::PAID, locked};

/// Why nothing goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Unknown,
    Refund(RefundStatus),
    Payment(PaymentStatus),
    TooMuch,
    NoWallet,
}

/// Both as they are now.
#[derive(Clone, Debug)]
pub(crate) struct Processed {
    pub(crate) refund: refund::Model,
    pub(crate) payment: payment::Model,
    pub(crate) payment_before: PaymentStatus,
}

/// Or why not, and then nothing has changed.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: RefundId,
    reason: Option<String>,
    cause: &Cause<'_>,
) -> Result<Result<Processed, Refusal>, BookError> {
    let Some((payment, refund)) = locked::find(tx, scope, id).await? else {
        return Ok(Err(Refusal::Unknown));
    };
    if let Some(refusal) = against(&payment, &refund) {
        return Ok(Err(refusal));
    }
    let total = refund.wallet_amount_cents + refund.external_amount_cents;
    let is_full = payment.refunded_cents + total == payment.amount_cents;
    let order = match payment.order_id.filter(|_| is_full) {
        Some(order) => lock(tx, order::COLUMN.id.eq(order).into()).await?.pop(),
        None => None,
    };
    let transfer = money_back(tx, &payment, &refund, cause).await?;
    let refund = mark_refund(tx, refund, transfer, reason, cause).await?;
    let payment_before = payment.status;
    let payment = mark_payment(tx, payment, total, is_full, cause).await?;
    if let Some(order) = order {
        undo_work(tx, order, cause).await?;
    }
    Ok(Ok(Processed { refund, payment, payment_before }))
}

fn against(payment: &payment::Model, refund: &refund::Model) -> Option<Refusal> {
    let left = payment.amount_cents - payment.refunded_cents;
    if refund.status != RefundStatus::Pending {
        return Some(Refusal::Refund(refund.status));
    }
    if !PAID.contains(&payment.status) {
        return Some(Refusal::Payment(payment.status));
    }
    if refund.wallet_amount_cents.saturating_add(refund.external_amount_cents) > left {
        return Some(Refusal::TooMuch);
    }
    (refund.wallet_amount_cents > 0 && payment.client_id.is_none()).then_some(Refusal::NoWallet)
}

async fn money_back(
    tx: &DatabaseTransaction,
    payment: &payment::Model,
    refund: &refund::Model,
    cause: &Cause<'_>,
) -> Result<LedgerTransferId, BookError> {
    let (wallet, external) = (refund.wallet_amount_cents, refund.external_amount_cents);
    let to_client = payment.client_id.map(|client| Leg { account: Account::User(client), cents: wallet });
    let legs = [Leg { account: Account::Revenue, cents: -(wallet + external) }];
    let legs = legs.into_iter().chain(to_client).chain([Leg { account: Account::External, cents: external }]);
    let booking = Booking {
        website: payment.website_id,
        currency: &payment.currency,
        kind: TransferKind::Refund,
        reference: format!("refund:{}", refund.id),
        description: format!("Refund of payment {}", payment.reference_id),
        reverses: None,
        by: Some(cause.by.id),
        now: cause.now,
        legs: legs.collect(),
    };
    Ok(book(tx, booking).await?.transfer)
}

async fn mark_refund(
    tx: &DatabaseTransaction,
    refund: refund::Model,
    transfer: LedgerTransferId,
    reason: Option<String>,
    cause: &Cause<'_>,
) -> Result<refund::Model, DbErr> {
    let code = format!("RF-{:08}", refund.id.0);
    let mut refund = refund.into_active_model();
    refund.status = Set(RefundStatus::Processed);
    refund.processed_by_id = Set(Some(cause.by.id));
    refund.processed_at = Set(Some(cause.now));
    refund.ledger_transfer_id = Set(Some(transfer));
    refund.receipt_code = Set(Some(code));
    if let Some(reason) = reason {
        refund.reason = Set(reason);
    }
    refund.update(tx).await
}

async fn mark_payment(
    tx: &DatabaseTransaction,
    payment: payment::Model,
    cents: i64,
    is_full: bool,
    cause: &Cause<'_>,
) -> Result<payment::Model, DbErr> {
    let refunded = payment.refunded_cents + cents;
    let mut payment = payment.into_active_model();
    payment.refunded_cents = Set(refunded);
    payment.refunded_at = Set(Some(cause.now));
    payment.status =
        Set(if is_full { PaymentStatus::FullyRefunded } else { PaymentStatus::PartiallyRefunded });
    payment.update(tx).await
}

/// What the writer was to get for it is not owed, and the order is over where it can be.
async fn undo_work(tx: &DatabaseTransaction, order: order::Model, cause: &Cause<'_>) -> Result<(), DbErr> {
    let cancelled =
        writer_payment::ActiveModel { status: Set(WriterPaymentStatus::Cancelled), ..Default::default() };
    let column = writer_payment::COLUMN;
    writer_payment::Entity::update_many()
        .set(cancelled)
        .filter(column.order_id.eq(order.id))
        .filter(column.status.is_in([WriterPaymentStatus::Pending, WriterPaymentStatus::Delayed]))
        .exec(tx)
        .await?;
    // An order that may not be refunded from where it stands stays there.
    change(tx, vec![order], OrderStatus::Refunded, cause).await?;
    Ok(())
}
