//! How a tip is paid, whoever asks for it.

use sea_orm::{DatabaseTransaction, Set, entity::prelude::*};
use tally_entity::{PaymentMethod, PaymentType, payment, tip};
use tally_ledger::{BookError, Settlement, settle, wallets};
use tally_lifecycle::order::Cause;

/// The payment of a tip, made now.
pub(super) async fn begin(
    tx: &DatabaseTransaction,
    tip: &tip::Model,
    method: PaymentMethod,
    cause: &Cause<'_>,
) -> Result<payment::Model, DbErr> {
    let row = payment::ActiveModel {
        website_id: Set(tip.website_id),
        client_id: Set(Some(tip.client_id)),
        recipient_id: Set(Some(tip.writer_id)),
        payment_type: Set(PaymentType::Tip),
        tip_id: Set(Some(tip.id)),
        amount_cents: Set(tip.amount_cents),
        currency: Set(wallets::currency(tx, tip.website_id).await?),
        method: Set(Some(method)),
        created_at: Set(cause.now),
        ..Default::default()
    };
    row.insert(tx).await
}

/// From the wallet at once; otherwise somebody confirms it.
pub(super) async fn go_on(
    tx: &DatabaseTransaction,
    payment: payment::Model,
    cause: &Cause<'_>,
) -> Result<payment::Model, BookError> {
    if payment.method != Some(PaymentMethod::Wallet) {
        return Ok(payment);
    }
    settle(tx, payment, Settlement::default(), cause).await
}
