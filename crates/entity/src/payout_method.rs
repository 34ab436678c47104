//! Where a user's money can be sent.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{PayoutMethodId, UserId, WebsiteId},
    words,
};

words! {
    /// How money is sent.
    pub enum PayoutChannel: "String(StringLen::N(16))" {
        BankTransfer = "bank_transfer",
        Paypal = "paypal",
        Crypto = "crypto",
        Mpesa = "mpesa",
        Card = "card",
        Other = "other",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payout_methods")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PayoutMethodId,
    pub website_id: WebsiteId,
    pub user_id: UserId,
    pub method: PayoutChannel,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub label: String,
    #[sea_orm(column_type = "Blob")]
    pub details_enc: Vec<u8>,
    pub is_default: bool,
    pub verified_at: Option<DateTimeUtc>,
    pub deleted_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
