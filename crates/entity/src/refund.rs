//! Money given back for a payment: the sum of the wallet and the external amount.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{LedgerTransferId, PaymentId, RefundId, UserId, WebsiteId},
    words,
};

words! {
    /// Who started a refund.
    pub enum RefundType: "String(StringLen::N(10))" {
        Manual = "manual",
        Automated = "automated",
    }
}

words! {
    /// Where the money of a refund goes.
    pub enum RefundMethod: "String(StringLen::N(8))" {
        Wallet = "wallet",
        External = "external",
    }
}

words! {
    /// Where a refund stands.
    pub enum RefundStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Processed = "processed",
        Rejected = "rejected",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refunds")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: RefundId,
    pub website_id: WebsiteId,
    pub payment_id: PaymentId,
    pub client_id: Option<UserId>,
    #[sea_orm(column_name = "type")]
    pub kind: RefundType,
    pub refund_method: RefundMethod,
    pub wallet_amount_cents: i64,
    pub external_amount_cents: i64,
    pub status: RefundStatus,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub requested_by_id: Option<UserId>,
    pub processed_by_id: Option<UserId>,
    pub processed_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub error_message: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(100))", unique)]
    pub provider_refund_id: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(40))", unique)]
    pub receipt_code: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub metadata: Json,
    pub ledger_transfer_id: Option<LedgerTransferId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
