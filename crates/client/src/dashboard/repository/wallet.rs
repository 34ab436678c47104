//! A client's money, and where it went.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_db::aggregate::sum;
use tally_entity::{LedgerEntryId, TransferKind, UserId, WalletId, WebsiteId, ledger_entry, ledger_transfer};
use tally_kernel::Period;
use tally_ledger::{
    movements::{self, Movement, Wanted},
    wallets,
};
use tokio::try_join;

const MOVEMENTS: u64 = 50;
const TOP_UPS: u64 = 20;

#[derive(Debug, FromQueryResult)]
pub(crate) struct TopUp {
    pub(crate) id: LedgerEntryId,
    pub(crate) amount_cents: i64,
    pub(crate) created_at: DateTime<Utc>,
}

/// What was spent on one kind of thing.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Spending {
    pub(crate) kind: TransferKind,
    pub(crate) cents: i64,
}

#[derive(Debug, Default)]
pub(crate) struct WalletFigures {
    pub(crate) balance_cents: i64,
    /// Of the period, newest first.
    pub(crate) movements: Vec<Movement>,
    /// Whenever they were, newest first.
    pub(crate) top_ups: Vec<TopUp>,
    /// In the period.
    pub(crate) spending: Vec<Spending>,
}

/// Nothing but zeros for whoever has no wallet yet.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
    period: Period,
) -> Result<WalletFigures, DbErr> {
    let Some(wallet) = wallets::of_user(db, me, website).await? else {
        return Ok(WalletFigures::default());
    };
    let wanted = Wanted { kinds: None, from: Some(period.from), until: Some(period.until) };
    let (movements, top_ups, spending) = try_join!(
        movements::load(db, wallet.id, &wanted, MOVEMENTS, 0),
        top_ups(db, wallet.id),
        spending(db, wallet.id, &wanted),
    )?;
    Ok(WalletFigures { balance_cents: wallet.balance_cents, movements, top_ups, spending })
}

async fn top_ups(db: &impl ConnectionTrait, wallet: WalletId) -> Result<Vec<TopUp>, DbErr> {
    use ledger_entry::Column::{AmountCents, CreatedAt, Id};
    let wanted = Wanted { kinds: Some(vec![TransferKind::TopUp]), ..Wanted::default() };
    movements::which(wallet, &wanted)
        .columns([Id, AmountCents, CreatedAt])
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(TOP_UPS)
        .into_model()
        .all(db)
        .await
}

async fn spending(
    db: &impl ConnectionTrait,
    wallet: WalletId,
    wanted: &Wanted,
) -> Result<Vec<Spending>, DbErr> {
    movements::which(wallet, wanted)
        .column(ledger_transfer::Column::Kind)
        .expr_as(sum(Expr::cust("-ledger_entries.amount_cents")), "cents")
        .filter(ledger_entry::COLUMN.amount_cents.lt(0))
        .group_by(ledger_transfer::Column::Kind)
        .into_model()
        .all(db)
        .await
}
