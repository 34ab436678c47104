//! What points can buy.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{LoyaltyTierId, RedemptionItemId, WebsiteId},
    words,
};

words! {
    /// What points buy.
    pub enum RedemptionType: "String(StringLen::N(8))" {
        Discount = "discount",
        Cash = "cash",
        Product = "product",
        Service = "service",
        Voucher = "voucher",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "redemption_items")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: RedemptionItemId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub name: String,
    #[sea_orm(column_type = "String(StringLen::N(60))")]
    pub category: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub points_required: i32,
    pub redemption_type: RedemptionType,
    pub value_cents: Option<i64>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub discount_pct: Option<Decimal>,
    pub stock_quantity: Option<i32>,
    pub max_per_client: Option<i32>,
    pub min_tier_id: Option<LoyaltyTierId>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub image_key: Option<String>,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
