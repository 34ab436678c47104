//! A discount that was applied to an order.

use sea_orm::entity::prelude::*;

use crate::ids::{DiscountId, DiscountUsageId, OrderId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "discount_usages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DiscountUsageId,
    pub website_id: WebsiteId,
    pub discount_id: DiscountId,
    pub user_id: UserId,
    pub order_id: Option<OrderId>,
    pub applied_amount_cents: i64,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
