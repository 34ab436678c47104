//! A client spends points.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{RedemptionItemId, RedemptionRequestId, UserId, WebsiteId},
    words,
};

words! {
    /// Where an exchange of points stands.
    pub enum RedemptionRequestStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Approved = "approved",
        Fulfilled = "fulfilled",
        Rejected = "rejected",
        Cancelled = "cancelled",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "redemption_requests")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: RedemptionRequestId,
    pub website_id: WebsiteId,
    pub client_id: UserId,
    pub item_id: RedemptionItemId,
    pub points_used: i32,
    pub status: RedemptionRequestStatus,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub fulfillment_code: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub details: Json,
    pub decided_by_id: Option<UserId>,
    pub decided_at: Option<DateTimeUtc>,
    pub fulfilled_by_id: Option<UserId>,
    pub fulfilled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub rejection_reason: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
