//! A change of an order's status. Rows are sealed: the database refuses to change or delete them.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrderId, OrderTransitionId, UserId, WebsiteId},
    order::OrderStatus,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_transitions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderTransitionId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub user_id: Option<UserId>,
    pub old_status: OrderStatus,
    pub new_status: OrderStatus,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub action: String,
    pub is_automatic: bool,
    #[sea_orm(column_type = "JsonBinary")]
    pub meta: Json,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
