//! A marketing campaign that discounts belong to.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{PromotionalCampaignId, UserId, WebsiteId},
    words,
};

words! {
    /// Where a campaign stands.
    pub enum CampaignStatus: "String(StringLen::N(10))" {
        Draft = "draft",
        Active = "active",
        Paused = "paused",
        Completed = "completed",
        Archived = "archived",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "promotional_campaigns")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PromotionalCampaignId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub name: String,
    pub status: CampaignStatus,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub starts_at: Option<DateTimeUtc>,
    pub ends_at: Option<DateTimeUtc>,
    pub budget_cents: i64,
    pub created_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
