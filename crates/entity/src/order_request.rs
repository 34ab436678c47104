//! A writer asks for an order, or takes it at once.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrderId, OrderRequestId, UserId, WebsiteId},
    words,
};

words! {
    /// Whether a writer asks for an order or takes it.
    pub enum OrderRequestKind: "String(StringLen::N(8))" {
        Request = "request",
        Take = "take",
    }
}

words! {
    /// Where a request for an order stands.
    pub enum OrderRequestStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Approved = "approved",
        Rejected = "rejected",
        Withdrawn = "withdrawn",
        Expired = "expired",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_requests")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderRequestId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub writer_id: UserId,
    pub kind: OrderRequestKind,
    pub status: OrderRequestStatus,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub expires_at: Option<DateTimeUtc>,
    pub reviewed_by_id: Option<UserId>,
    pub reviewed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
