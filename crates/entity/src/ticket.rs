//! A request to the support.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ClassBundleId, OrderId, TicketId, UserId, WebsiteId},
    words,
};

words! {
    /// What a ticket is about.
    pub enum TicketCategory: "String(StringLen::N(12))" {
        General = "general",
        Payment = "payment",
        Technical = "technical",
        Feedback = "feedback",
        Order = "order",
        Other = "other",
    }
}

words! {
    /// Whether something is broken or wanted.
    pub enum TicketIdentifier: "String(StringLen::N(8))" {
        Ticket = "TICKET",
        Request = "REQUEST",
    }
}

words! {
    /// Who opened a ticket.
    pub enum TicketSource: "String(StringLen::N(16))" {
        UserDefined = "USERDEFINED",
        SystemGenerated = "SYSTEMGENERATED",
    }
}

words! {
    /// How urgent a ticket is.
    pub enum TicketPriority: "String(StringLen::N(8))" {
        Low = "low",
        Medium = "medium",
        High = "high",
        Critical = "critical",
    }
}

words! {
    /// Where a ticket stands.
    pub enum TicketStatus: "String(StringLen::N(20))" {
        New = "new",
        Open = "open",
        InProgress = "in_progress",
        AwaitingResponse = "awaiting_response",
        OnHold = "on_hold",
        Escalated = "escalated",
        Resolved = "resolved",
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tickets")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TicketId,
    pub website_id: WebsiteId,
    /// Unique within a website.
    #[sea_orm(column_type = "String(StringLen::N(30))")]
    pub ticket_no: String,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub created_by_id: Option<UserId>,
    pub assigned_to_id: Option<UserId>,
    pub order_id: Option<OrderId>,
    pub class_bundle_id: Option<ClassBundleId>,
    pub category: TicketCategory,
    pub identifier: TicketIdentifier,
    pub source: TicketSource,
    pub priority: Option<TicketPriority>,
    pub level: i32,
    pub is_escalated: bool,
    pub escalated_at: Option<DateTimeUtc>,
    pub status: TicketStatus,
    pub sla_due_at: Option<DateTimeUtc>,
    pub first_response_at: Option<DateTimeUtc>,
    pub resolved_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    /// 1 to 5.
    pub satisfaction: Option<i16>,
    #[sea_orm(column_type = "Text")]
    pub comments: String,
    /// Of the place the ticket came from, east of UTC.
    pub tz_offset_minutes: i16,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
