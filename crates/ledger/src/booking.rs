//! The one way in which money moves.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseTransaction, DbBackend, DbErr, FromQueryResult, QueryOrder as _, QuerySelect as _, Statement,
    entity::prelude::*,
};
use tally_entity::{
    LedgerEntryId, LedgerTransferId, TransferKind, UserId, WalletId, WalletKind, WebsiteId, ledger_entry,
    ledger_transfer, wallet,
};

use crate::{
    Account, BookError, accounts,
    seal::{digest, sealed},
};

/// The most characters that a transfer says about itself.
const LONGEST_DESCRIPTION: usize = 255;

/// What comes into an account, or, below zero, goes out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Where.
    pub account: Account,
    /// In minor units.
    pub cents: i64,
}

/// A movement of money. What goes out comes in elsewhere: the legs sum to 0.
#[derive(Clone, Debug)]
pub struct Booking<'a> {
    /// Whose accounts these are.
    pub website: WebsiteId,
    /// In which currency.
    pub currency: &'a str,
    /// Why.
    pub kind: TransferKind,
    /// What this is the booking of. A second booking of the same is none.
    pub reference: String,
    /// In words, for whoever looks at his wallet.
    pub description: String,
    /// The transfer that this one takes back.
    pub reverses: Option<LedgerTransferId>,
    /// Who.
    pub by: Option<UserId>,
    /// When.
    pub now: DateTime<Utc>,
    /// At least two that are not 0; those of 0 are left out.
    pub legs: Vec<Leg>,
}

/// A movement of money that has been booked.
#[derive(Clone, Debug)]
pub struct Booked {
    /// The transfer.
    pub transfer: LedgerTransferId,
    /// Whether this call booked it, and no earlier one.
    pub is_new: bool,
    /// Its entries.
    pub entries: Vec<BookedEntry>,
}

/// An entry of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct BookedEntry {
    /// The entry.
    pub id: LedgerEntryId,
    /// The wallet.
    pub wallet_id: WalletId,
    /// What came in, or went out.
    pub amount_cents: i64,
    /// What was in the wallet then.
    pub balance_after_cents: i64,
}

#[derive(FromQueryResult)]
struct Written {
    transfer_id: LedgerTransferId,
    #[sea_orm(nested)]
    entry: BookedEntry,
}

impl Booked {
    /// The entry of this wallet.
    pub fn entry(&self, wallet: WalletId) -> Option<&BookedEntry> {
        self.entries.iter().find(|entry| entry.wallet_id == wallet)
    }
}

/// Books, or finds that it was booked before. Nothing of the transaction is lost by a refusal.
///
/// Rows of the business must be locked before: nobody who has wallets waits for them. A transaction books once;
/// a second booking would take its locks out of order.
///
/// # Errors
/// When a person's wallet is frozen or would fall below zero, and when the database refuses.
pub async fn book(tx: &DatabaseTransaction, booking: Booking<'_>) -> Result<Booked, BookError> {
    if let Some(booked) = earlier(tx, &booking.reference).await? {
        return Ok(booked);
    }
    let legs: Vec<Leg> = booking.legs.iter().copied().filter(|leg| leg.cents != 0).collect();
    if legs.len() < 2 || legs.iter().map(|leg| i128::from(leg.cents)).sum::<i128>() != 0 {
        return Err(DbErr::Custom(format!("{} does not balance: {legs:?}", booking.reference)).into());
    }
    let accounts: Vec<_> = legs.iter().map(|leg| leg.account).collect();
    let wallets = accounts::lock(tx, booking.website, booking.currency, &accounts).await?;
    if let Err(refusal) = allowed(&wallets, &legs) {
        // Another booking of the same may have emptied the wallet while this one waited for it.
        return earlier(tx, &booking.reference).await?.ok_or(refusal);
    }
    let written = write(tx, &booking, &wallets, &legs).await?;
    match written.first() {
        Some(Written { transfer_id, .. }) => Ok(Booked {
            transfer: *transfer_id,
            is_new: true,
            entries: written.iter().map(|written| written.entry).collect(),
        }),
        // Somebody else was booking it; the statement has waited for him.
        None => earlier(tx, &booking.reference)
            .await?
            .ok_or_else(|| DbErr::Custom(format!("{} was not written", booking.reference)).into()),
    }
}

fn allowed(wallets: &[wallet::Model], legs: &[Leg]) -> Result<(), BookError> {
    for (wallet, leg) in wallets.iter().zip(legs) {
        if wallet.kind == WalletKind::User && wallet.is_frozen {
            return Err(BookError::Frozen);
        }
        let stays = !matches!(wallet.kind, WalletKind::User | WalletKind::Escrow);
        if leg.cents < 0 && !stays && wallet.balance_cents.saturating_add(leg.cents) < 0 {
            return Err(BookError::Insufficient);
        }
    }
    Ok(())
}

/// What was booked under this reference.
async fn earlier(tx: &DatabaseTransaction, reference: &str) -> Result<Option<Booked>, DbErr> {
    let found = ledger_transfer::Entity::find()
        .select_only()
        .column(ledger_transfer::Column::Id)
        .filter(ledger_transfer::COLUMN.reference.eq(reference))
        .into_tuple::<LedgerTransferId>()
        .one(tx)
        .await?;
    let Some(transfer) = found else { return Ok(None) };
    let entries = ledger_entry::Entity::find()
        .filter(ledger_entry::COLUMN.transfer_id.eq(transfer))
        .order_by_asc(ledger_entry::Column::Id)
        .into_model()
        .all(tx)
        .await?;
    Ok(Some(Booked { transfer, is_new: false, entries }))
}

/// The transfer, its entries and the new balances in one statement; no rows when the reference is taken. The ids
/// are drawn first, because the seal covers them, and after the locks, so that the entries of a wallet stand in
/// the order of their ids.
async fn write(
    tx: &DatabaseTransaction,
    booking: &Booking<'_>,
    wallets: &[wallet::Model],
    legs: &[Leg],
) -> Result<Vec<Written>, DbErr> {
    let digest = format!(
        "(SELECT {} FROM leg JOIN wallets ON wallets.id = leg.wallet_id)",
        digest("booked", "leg", "wallets")
    );
    let sealed = sealed("booked.metadata", &digest);
    let sql = format!(
        "WITH booked AS MATERIALIZED (
            SELECT nextval(pg_get_serial_sequence('ledger_transfers', 'id')) AS id, $1::bigint AS website_id,
                $2::text AS kind, $3::text AS reference, $4::text AS description, $5::bigint AS reverses_id,
                $6::bigint AS created_by_id, '{{}}'::jsonb AS metadata, $7::timestamptz AS created_at
        ), leg AS MATERIALIZED (
            SELECT nextval(pg_get_serial_sequence('ledger_entries', 'id')) AS id, $1::bigint AS website_id,
                wallets.id AS wallet_id, given.amount_cents,
                wallets.balance_cents + given.amount_cents AS balance_after_cents,
                $7::timestamptz AS created_at
            FROM unnest($8::bigint[], $9::bigint[]) AS given (wallet_id, amount_cents)
            JOIN wallets ON wallets.id = given.wallet_id
        ), transfer AS (
            INSERT INTO ledger_transfers (id, website_id, kind, reference, description, reverses_id,
                created_by_id, metadata, created_at)
            SELECT id, website_id, kind, reference, description, reverses_id, created_by_id, {sealed}, created_at
            FROM booked
            ON CONFLICT (reference) DO NOTHING
            RETURNING id
        ), entry AS (
            INSERT INTO ledger_entries (id, website_id, transfer_id, wallet_id, amount_cents,
                balance_after_cents, created_at)
            SELECT leg.id, leg.website_id, transfer.id, leg.wallet_id, leg.amount_cents,
                leg.balance_after_cents, leg.created_at
            FROM leg CROSS JOIN transfer
        )
        UPDATE wallets SET balance_cents = leg.balance_after_cents
        FROM leg CROSS JOIN transfer
        WHERE wallets.id = leg.wallet_id
        RETURNING transfer.id AS transfer_id, leg.id, leg.wallet_id, leg.amount_cents, leg.balance_after_cents"
    );
    let Booking { website, kind, reference, description, reverses, by, now, .. } = booking;
    let values = [
        (*website).into(),
        kind.as_str().into(),
        reference.as_str().into(),
        description.chars().take(LONGEST_DESCRIPTION).collect::<String>().into(),
        reverses.map(i64::from).into(),
        by.map(i64::from).into(),
        (*now).into(),
        wallets.iter().map(|wallet| wallet.id.0).collect::<Vec<i64>>().into(),
        legs.iter().map(|leg| leg.cents).collect::<Vec<i64>>().into(),
    ];
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
    Written::find_by_statement(statement).all(tx).await
}
