//! A change asked for during work: more time, pages or slides, a draft, a revision, another writer.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrderChangeRequestId, OrderId, UserId, WebsiteId},
    words,
};

words! {
    /// What shall change.
    pub enum ChangeRequestType: "String(StringLen::N(20))" {
        DeadlineExtension = "deadline_extension",
        PageIncrease = "page_increase",
        SlideIncrease = "slide_increase",
        Draft = "draft",
        Reassignment = "reassignment",
        Revision = "revision",
    }
}

words! {
    /// Where a request for a change stands.
    pub enum ChangeRequestStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Accepted = "accepted",
        Declined = "declined",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_change_requests")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderChangeRequestId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub requested_by_id: UserId,
    pub request_type: ChangeRequestType,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub title: String,
    pub additional_pages: i32,
    pub additional_slides: i32,
    pub new_deadline_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub status: ChangeRequestStatus,
    pub estimated_cost_cents: Option<i64>,
    pub final_cost_cents: Option<i64>,
    #[sea_orm(column_type = "JsonBinary")]
    pub counter_offer: Option<Json>,
    pub decided_by_id: Option<UserId>,
    pub decided_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
