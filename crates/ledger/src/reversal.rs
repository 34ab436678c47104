use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr, QueryOrder as _, entity::prelude::*};
use tally_entity::{LedgerTransferId, TransferKind, UserId, ledger_entry, ledger_transfer};

use crate::{Account, BookError, Booked, Booking, Leg, book};

/// Takes a transfer back, once: the same wallets get the opposite.
///
/// # Errors
/// As [`book`]; what somebody has spent meanwhile cannot be taken back.
pub async fn reverse(
    tx: &DatabaseTransaction,
    transfer: LedgerTransferId,
    description: String,
    by: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<Booked, BookError> {
    let found = ledger_transfer::Entity::find_by_id(transfer).one(tx).await?;
    let found = found.ok_or_else(|| DbErr::RecordNotFound(format!("transfer {transfer}")))?;
    // Wallets are named one by one here, so the currency finds none.
    let legs = ledger_entry::Entity::find()
        .filter(ledger_entry::COLUMN.transfer_id.eq(transfer))
        .order_by_asc(ledger_entry::Column::Id)
        .all(tx)
        .await?
        .into_iter()
        .map(|entry| Leg { account: Account::Wallet(entry.wallet_id), cents: -entry.amount_cents });
    let booking = Booking {
        website: found.website_id,
        currency: "",
        kind: TransferKind::Reversal,
        reference: format!("reversal:{transfer}"),
        description,
        reverses: Some(transfer),
        by,
        now,
        legs: legs.collect(),
    };
    book(tx, booking).await
}
