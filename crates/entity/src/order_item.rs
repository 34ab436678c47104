//! A priced line of an order: an extra or an adjustment.

use sea_orm::entity::prelude::*;

use crate::ids::{AdditionalServiceId, OrderId, OrderItemId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_items")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderItemId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub service_id: Option<AdditionalServiceId>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub description: String,
    pub quantity: i32,
    pub unit_price_cents: i64,
    pub amount_cents: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
