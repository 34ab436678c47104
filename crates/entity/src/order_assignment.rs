//! Who was given an order, by whom, and how it ended.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrderAssignmentId, OrderId, UserId, WebsiteId},
    words,
};

words! {
    /// How an order came to its writer.
    pub enum AssignmentSource: "String(StringLen::N(12))" {
        Admin = "admin",
        Request = "request",
        Take = "take",
        Preferred = "preferred",
        Auto = "auto",
    }
}

words! {
    /// Where an assignment stands.
    pub enum AssignmentStatus: "String(StringLen::N(10))" {
        Offered = "offered",
        Accepted = "accepted",
        Declined = "declined",
        Ended = "ended",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_assignments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderAssignmentId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub writer_id: UserId,
    /// Who had the order before.
    pub previous_writer_id: Option<UserId>,
    pub assigned_by_id: Option<UserId>,
    pub source: AssignmentSource,
    pub status: AssignmentStatus,
    #[sea_orm(column_type = "Text")]
    pub reason: Option<String>,
    pub responded_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
