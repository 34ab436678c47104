//! A change of a client's points.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{LoyaltyTransactionId, OrderId, RedemptionRequestId, UserId, WebsiteId},
    words,
};

words! {
    /// The direction of a change of points.
    pub enum LoyaltyTransactionType: "String(StringLen::N(8))" {
        Add = "add",
        Redeem = "redeem",
        Deduct = "deduct",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "loyalty_transactions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LoyaltyTransactionId,
    pub website_id: WebsiteId,
    pub client_id: UserId,
    pub transaction_type: LoyaltyTransactionType,
    /// Always positive; the type tells the direction.
    pub points: i32,
    #[sea_orm(column_type = "String(StringLen::N(30))")]
    pub source: String,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub order_id: Option<OrderId>,
    pub redemption_request_id: Option<RedemptionRequestId>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
