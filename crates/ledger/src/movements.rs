//! What went into a wallet and out of it, as every screen shows it.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef, Select,
    entity::prelude::*,
};
use serde::Serialize;
use tally_db::aggregate::count;
use tally_entity::{LedgerEntryId, TransferKind, WalletId, ledger_entry, ledger_transfer};
use tally_http::Amount;
use utoipa::ToSchema;

/// Which movements of a wallet are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Any of these; none of all, when the list is there and empty.
    pub kinds: Option<Vec<TransferKind>>,
    /// Not before it.
    pub from: Option<DateTime<Utc>>,
    /// Before it.
    pub until: Option<DateTime<Utc>>,
}

/// An entry of a wallet, with what its transfer says.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Movement {
    /// The entry.
    pub id: LedgerEntryId,
    /// The wallet.
    pub wallet_id: WalletId,
    /// Above zero when it came in.
    pub amount_cents: i64,
    /// Why.
    pub kind: TransferKind,
    /// What it is the booking of.
    pub reference: String,
    /// In words.
    pub description: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// How many movements of a wallet are wanted.
///
/// # Errors
/// When the database cannot be asked.
pub async fn counted(db: &impl ConnectionTrait, wallet: WalletId, wanted: &Wanted) -> Result<i64, DbErr> {
    which(wallet, wanted).expr_as(count(), "count").into_tuple().require_one(db).await
}

/// `limit` of them after the first `offset`, newest first.
///
/// # Errors
/// When the database cannot be asked.
pub async fn load(
    db: &impl ConnectionTrait,
    wallet: WalletId,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<Vec<Movement>, DbErr> {
    with_columns(which(wallet, wanted))
        .order_by_desc(ledger_entry::Column::CreatedAt)
        .order_by_desc(ledger_entry::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db)
        .await
}

/// One movement.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(db: &impl ConnectionTrait, id: LedgerEntryId) -> Result<Option<Movement>, DbErr> {
    with_columns(with_transfers().filter(ledger_entry::COLUMN.id.eq(id))).into_model().one(db).await
}

/// The entries of a wallet that are wanted, joined to their transfers; whoever adds columns has a statement of
/// his own.
pub fn which(wallet: WalletId, wanted: &Wanted) -> Select<ledger_entry::Entity> {
    let Wanted { kinds, from, until } = wanted;
    let entry = ledger_entry::COLUMN;
    let kinds = kinds.as_ref().map(|kinds| ledger_transfer::COLUMN.kind.is_in(kinds.iter().copied()));
    let wanted = Condition::all()
        .add(entry.wallet_id.eq(wallet))
        .add_option(kinds)
        .add_option(from.map(|from| entry.created_at.gte(from)))
        .add_option(until.map(|until| entry.created_at.lt(until)));
    with_transfers().filter(wanted)
}

fn with_transfers() -> Select<ledger_entry::Entity> {
    let transfer: RelationDef = ledger_entry::Entity::belongs_to(ledger_transfer::Entity)
        .from(ledger_entry::Column::TransferId)
        .to(ledger_transfer::Column::Id)
        .into();
    ledger_entry::Entity::find().select_only().join(JoinType::InnerJoin, transfer)
}

fn with_columns(entries: Select<ledger_entry::Entity>) -> Select<ledger_entry::Entity> {
    use ledger_entry::Column::{AmountCents, CreatedAt, Id, WalletId};
    use ledger_transfer::Column::{Description, Kind, Reference};
    entries.columns([Id, WalletId, AmountCents, CreatedAt]).columns([Kind, Reference, Description])
}

/// A movement of a wallet.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WalletTransaction {
    /// The entry.
    #[schema(value_type = i64)]
    pub id: LedgerEntryId,
    /// The wallet.
    #[schema(value_type = i64)]
    pub wallet: WalletId,
    /// Why: the word of [`word`].
    pub transaction_type: String,
    /// Never below zero.
    pub amount: Amount,
    /// Whether it came in.
    pub is_credit: bool,
    /// `client_payment`, `company_credit` or `wallet_usage`.
    pub source: String,
    /// In words.
    pub description: String,
    /// What it is the booking of.
    pub reference_id: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

impl From<Movement> for WalletTransaction {
    fn from(movement: Movement) -> Self {
        let Movement { id, wallet_id, amount_cents, kind, reference, description, created_at } = movement;
        let is_credit = amount_cents > 0;
        let source = match (kind, is_credit) {
            (TransferKind::TopUp, _) => "client_payment",
            (_, true) => "company_credit",
            (_, false) => "wallet_usage",
        };
        Self {
            id,
            wallet: wallet_id,
            transaction_type: word(kind).to_owned(),
            amount: Amount::cents(amount_cents.abs()),
            is_credit,
            source: source.to_owned(),
            description,
            reference_id: reference,
            created_at,
        }
    }
}

/// What the frontend calls a kind of transfer.
pub const fn word(kind: TransferKind) -> &'static str {
    match kind {
        TransferKind::TopUp => "top-up",
        TransferKind::Loyalty => "loyalty_conversion",
        other => other.as_str(),
    }
}

/// The kinds that the frontend calls by this word; none when it is no word of its.
pub fn kinds(asked: &str) -> Vec<TransferKind> {
    TransferKind::ALL.iter().copied().filter(|kind| word(*kind) == asked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_found_by_the_word_it_is_shown_as() {
        for kind in TransferKind::ALL {
            assert_eq!(kinds(word(*kind)), [*kind]);
        }
        assert_eq!((kinds("top_up"), kinds("loyalty"), kinds("")), (vec![], vec![], vec![]));
    }
}
