//! A client's tip, split between the writer and the platform.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ClassBundleId, LedgerTransferId, OrderId, TipId, UserId, WebsiteId, WriterLevelId},
    words,
};

words! {
    /// What a tip is for.
    pub enum TipType: "String(StringLen::N(8))" {
        Direct = "direct",
        Order = "order",
        Class = "class",
    }
}

words! {
    /// Where the money of a tip stands.
    pub enum TipPaymentStatus: "String(StringLen::N(12))" {
        Pending = "pending",
        Processing = "processing",
        Completed = "completed",
        Failed = "failed",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tips")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TipId,
    pub website_id: WebsiteId,
    pub client_id: UserId,
    pub writer_id: UserId,
    pub tip_type: TipType,
    pub order_id: Option<OrderId>,
    pub class_bundle_id: Option<ClassBundleId>,
    pub writer_level_id: Option<WriterLevelId>,
    #[sea_orm(column_type = "String(StringLen::N(20))")]
    pub origin: String,
    pub amount_cents: i64,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub writer_pct: Decimal,
    /// With `platform_profit_cents` it makes `amount_cents`.
    pub writer_earning_cents: i64,
    pub platform_profit_cents: i64,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub payment_status: TipPaymentStatus,
    pub sent_at: DateTimeUtc,
    pub ledger_transfer_id: Option<LedgerTransferId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
