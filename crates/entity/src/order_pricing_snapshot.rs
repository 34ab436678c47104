//! How the price was computed, one row per calculation.

use sea_orm::entity::prelude::*;

use crate::ids::{OrderId, OrderPricingSnapshotId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_pricing_snapshots")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderPricingSnapshotId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    #[sea_orm(column_type = "JsonBinary")]
    pub pricing: Json,
    pub discount_cents: i64,
    pub total_price_cents: i64,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
