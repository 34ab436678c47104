//! A discount code: an amount or a percentage off.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{DiscountId, PromotionalCampaignId, UserId, WebsiteId},
    words,
};

words! {
    /// What a discount takes off.
    pub enum DiscountType: "String(StringLen::N(8))" {
        Fixed = "fixed",
        Percent = "percent",
    }
}

words! {
    /// Where a discount comes from.
    pub enum DiscountOrigin: "String(StringLen::N(10))" {
        Manual = "manual",
        Automatic = "automatic",
        System = "system",
        Client = "client",
        Promo = "promo",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "discounts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DiscountId,
    pub website_id: WebsiteId,
    /// In capitals; unique within a website among those that are not deleted.
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub code: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub discount_type: DiscountType,
    pub origin_type: DiscountOrigin,
    pub amount_cents: Option<i64>,
    /// Set exactly when the type says so, and then `amount_cents` is not.
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub percent: Option<Decimal>,
    /// Follows the rows of `discount_usages`.
    pub used_count: i32,
    pub usage_limit: Option<i32>,
    pub per_user_usage_limit: Option<i32>,
    pub starts_at: Option<DateTimeUtc>,
    pub ends_at: Option<DateTimeUtc>,
    pub min_order_cents: i64,
    pub max_discount_cents: Option<i64>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub max_discount_pct: Option<Decimal>,
    pub is_general: bool,
    pub assigned_to_client_id: Option<UserId>,
    pub campaign_id: Option<PromotionalCampaignId>,
    pub stackable: bool,
    pub stacking_priority: i32,
    pub is_active: bool,
    pub archived_at: Option<DateTimeUtc>,
    pub deleted_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
