//! A package of classes taken for a client.

use sea_orm::entity::prelude::*;

use crate::{
    class_bundle_config::ClassLevel,
    ids::{ClassBundleConfigId, ClassBundleId, DiscountId, UserId, WebsiteId},
    words,
};

words! {
    /// Where the price of a bundle comes from.
    pub enum PricingSource: "String(StringLen::N(8))" {
        Config = "config",
        Manual = "manual",
    }
}

words! {
    /// Where a bundle stands.
    pub enum ClassBundleStatus: "String(StringLen::N(12))" {
        NotStarted = "not_started",
        InProgress = "in_progress",
        Exhausted = "exhausted",
        Completed = "completed",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "class_bundles")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ClassBundleId,
    pub website_id: WebsiteId,
    pub client_id: UserId,
    pub assigned_writer_id: Option<UserId>,
    pub config_id: Option<ClassBundleConfigId>,
    pub created_by_admin_id: Option<UserId>,
    pub discount_id: Option<DiscountId>,
    pub pricing_source: PricingSource,
    pub status: ClassBundleStatus,
    pub level: ClassLevel,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub duration: String,
    pub bundle_size: Option<i32>,
    pub number_of_classes: i32,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub price_per_class_cents: Option<i64>,
    pub total_price_cents: i64,
    pub original_price_cents: Option<i64>,
    pub deposit_required_cents: i64,
    pub deposit_paid_cents: i64,
    pub paid_cents: i64,
    pub installments_enabled: bool,
    pub installment_count: i32,
    pub completed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
