//! The legs of a transfer; amount > 0 raises the wallet, < 0 lowers it; sum per transfer is 0.

use sea_orm::entity::prelude::*;

use crate::ids::{LedgerEntryId, LedgerTransferId, WalletId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_entries")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LedgerEntryId,
    pub website_id: WebsiteId,
    pub transfer_id: LedgerTransferId,
    pub wallet_id: WalletId,
    pub amount_cents: i64,
    pub balance_after_cents: i64,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
