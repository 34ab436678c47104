//! A client's loyalty state.

use sea_orm::entity::prelude::*;

use crate::ids::{ClientProfileId, LoyaltyTierId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_profiles")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ClientProfileId,
    pub website_id: WebsiteId,
    #[sea_orm(unique)]
    pub user_id: UserId,
    #[sea_orm(column_type = "String(StringLen::N(50))", unique)]
    pub registration_id: String,
    /// The sum of the client's transactions.
    pub loyalty_points: i32,
    pub loyalty_tier_id: Option<LoyaltyTierId>,
    pub total_spent_cents: i64,
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub company: Option<String>,
    pub is_locked: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
