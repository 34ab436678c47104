//! A disagreement about an order.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{DisputeId, OrderId, UserId, WebsiteId},
    words,
};

words! {
    /// Where a dispute stands.
    pub enum DisputeStatus: "String(StringLen::N(10))" {
        Open = "open",
        Assigned = "assigned",
        InReview = "in_review",
        Resolved = "resolved",
        Escalated = "escalated",
        Closed = "closed",
    }
}

words! {
    /// What a dispute is about.
    pub enum DisputeReason: "String(StringLen::N(16))" {
        Quality = "quality",
        Late = "late",
        Plagiarism = "plagiarism",
        Instructions = "instructions",
        Payment = "payment",
        NoShow = "no_show",
        Conduct = "conduct",
        Other = "other",
    }
}

words! {
    /// How a dispute ended.
    pub enum ResolutionOutcome: "String(StringLen::N(16))" {
        WriterWins = "writer_wins",
        ClientWins = "client_wins",
        ExtendDeadline = "extend_deadline",
        Reassign = "reassign",
        Partial = "partial",
        Dismissed = "dismissed",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "disputes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DisputeId,
    pub website_id: WebsiteId,
    pub order_id: Option<OrderId>,
    pub raised_by_id: Option<UserId>,
    pub assigned_to_id: Option<UserId>,
    pub status: DisputeStatus,
    pub reason_code: DisputeReason,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub resolution_outcome: Option<ResolutionOutcome>,
    #[sea_orm(column_type = "Text")]
    pub resolution_notes: Option<String>,
    pub writer_responded_at: Option<DateTimeUtc>,
    pub extended_deadline_at: Option<DateTimeUtc>,
    pub sla_due_at: Option<DateTimeUtc>,
    pub resolved_at: Option<DateTimeUtc>,
    pub resolved_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
