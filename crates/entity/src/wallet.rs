//! An account of the ledger: a user's money, or one of the platform's own accounts.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{UserId, WalletId, WebsiteId},
    words,
};

words! {
    /// Whose account a wallet is.
    pub enum WalletKind: "String(StringLen::N(10))" {
        User = "user",
        External = "external",
        Revenue = "revenue",
        Payable = "payable",
        Escrow = "escrow",
        Promo = "promo",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wallets")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WalletId,
    pub website_id: WebsiteId,
    pub user_id: Option<UserId>,
    pub kind: WalletKind,
    /// Accounts of the platform are spread over several rows, so that they are not waited for.
    pub shard: i16,
    #[sea_orm(column_type = "String(StringLen::N(3))")]
    pub currency: String,
    /// Below zero only in accounts of the platform.
    pub balance_cents: i64,
    pub is_frozen: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
