//! Editing work on an order; an order has one open task.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{EditorTaskId, OrderId, UserId, WebsiteId},
    words,
};

words! {
    /// How a task came to its editor.
    pub enum EditorAssignmentType: "String(StringLen::N(10))" {
        Auto = "auto",
        Manual = "manual",
        Claimed = "claimed",
    }
}

words! {
    /// Where editing work stands.
    pub enum EditorTaskStatus: "String(StringLen::N(12))" {
        Pending = "pending",
        InReview = "in_review",
        Completed = "completed",
        Rejected = "rejected",
        Unclaimed = "unclaimed",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "editor_tasks")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EditorTaskId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub editor_id: Option<UserId>,
    pub assigned_by_id: Option<UserId>,
    pub assignment_type: EditorAssignmentType,
    pub status: EditorTaskStatus,
    pub assigned_at: DateTimeUtc,
    pub deadline_at: Option<DateTimeUtc>,
    pub started_at: Option<DateTimeUtc>,
    pub reviewed_at: Option<DateTimeUtc>,
    /// 0 to 10.
    #[sea_orm(column_type = "Decimal(Some((4, 2)))")]
    pub quality_score: Option<Decimal>,
    pub is_approved: Option<bool>,
    pub requires_revision: bool,
    /// 1 to 5.
    pub editor_rating: Option<i16>,
    #[sea_orm(column_type = "Text")]
    pub notes: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
