//! Achievements for writers and clients.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{BadgeId, WebsiteId},
    words,
};

words! {
    /// Who can be given a badge.
    pub enum BadgeAudience: "String(StringLen::N(8))" {
        Writer = "writer",
        Client = "client",
    }
}

words! {
    /// What a badge is given for.
    pub enum BadgeType: "String(StringLen::N(12))" {
        Performance = "performance",
        Loyalty = "loyalty",
        Behavioral = "behavioral",
        Special = "special",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "badges")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: BadgeId,
    pub website_id: Option<WebsiteId>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub name: String,
    pub audience: BadgeAudience,
    #[sea_orm(column_name = "type")]
    pub kind: BadgeType,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub icon: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub rule_code: Option<String>,
    pub auto_award: bool,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
