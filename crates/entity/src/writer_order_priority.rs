//! A writer's own ranking of current orders.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrderId, UserId, WebsiteId, WriterOrderPriorityId},
    words,
};

words! {
    /// How a writer ranks an order.
    pub enum OrderPriority: "String(StringLen::N(8))" {
        High = "high",
        Medium = "medium",
        Low = "low",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_order_priorities")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterOrderPriorityId,
    pub website_id: WebsiteId,
    pub writer_id: UserId,
    pub order_id: OrderId,
    pub priority: OrderPriority,
    #[sea_orm(column_type = "Text")]
    pub notes: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
