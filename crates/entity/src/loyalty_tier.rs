//! A tier a client reaches by points.

use sea_orm::entity::prelude::*;

use crate::ids::{LoyaltyTierId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "loyalty_tiers")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LoyaltyTierId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub name: String,
    pub threshold: i32,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub discount_pct: Decimal,
    #[sea_orm(column_type = "Text")]
    pub perks: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
