//! Earning and conversion of points, one row per website.

use sea_orm::entity::prelude::*;

use crate::ids::{LoyaltyConfigId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "loyalty_configs")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LoyaltyConfigId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "Decimal(Some((8, 2)))")]
    pub points_per_unit: Decimal,
    #[sea_orm(column_type = "Decimal(Some((10, 4)))")]
    pub cents_per_point: Decimal,
    pub min_conversion_points: i32,
    pub max_conversion_cents: Option<i64>,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
