//! A writing order, from placement to archive.

pub mod groups;
pub mod lifecycle;
pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{
        AcademicLevelId, DiscountId, EnglishTypeId, FormattingStyleId, OrderId, PaperTypeId, SubjectId,
        UserId, WebsiteId, WorkTypeId, WriterLevelId,
    },
    words,
};

words! {
    /// Line spacing.
    pub enum Spacing: "String(StringLen::N(10))" {
        Single = "single",
        Double = "double",
    }
}

words! {
    /// Where an order stands.
    pub enum OrderStatus: "String(StringLen::N(30))" {
        Draft = "draft",
        Submitted = "submitted",
        InReview = "in_review",
        Approved = "approved",
        Rejected = "rejected",
        InProgress = "in_progress",
        RevisionRequested = "revision_requested",
        OnRevision = "on_revision",
        Revised = "revised",
        Completed = "completed",
        UnderEditing = "under_editing",
        Rated = "rated",
        Reviewed = "reviewed",
        Closed = "closed",
        Cancelled = "cancelled",
        Refunded = "refunded",
        Created = "created",
        Reassigned = "reassigned",
        Unpaid = "unpaid",
        Pending = "pending",
        OnHold = "on_hold",
        Available = "available",
        PendingPreferred = "pending_preferred",
        PendingWriterAssignment = "pending_writer_assignment",
        Critical = "critical",
        Assigned = "assigned",
        Late = "late",
        Disputed = "disputed",
        Archived = "archived",
        Expired = "expired",
        UnderReview = "under_review",
        ReOpened = "re_opened",
        Paid = "paid",
        RevisionInProgress = "revision_in_progress",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orders")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderId,
    pub website_id: WebsiteId,
    pub client_id: Option<UserId>,
    pub assigned_writer_id: Option<UserId>,
    pub preferred_writer_id: Option<UserId>,
    pub placed_by_id: Option<UserId>,
    pub completed_by_id: Option<UserId>,
    pub previous_order_id: Option<OrderId>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub topic: String,
    #[sea_orm(column_type = "Text")]
    pub instructions: String,
    pub paper_type_id: Option<PaperTypeId>,
    pub work_type_id: Option<WorkTypeId>,
    pub subject_id: Option<SubjectId>,
    pub academic_level_id: Option<AcademicLevelId>,
    pub formatting_style_id: Option<FormattingStyleId>,
    pub english_type_id: Option<EnglishTypeId>,
    pub writer_level_id: Option<WriterLevelId>,
    pub discount_id: Option<DiscountId>,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub discount_code_used: Option<String>,
    pub number_of_pages: i32,
    pub number_of_slides: i32,
    pub number_of_references: i32,
    pub spacing: Spacing,
    /// Two or three capital letters each, a fixed list.
    #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Text))")]
    pub flags: Vec<String>,
    pub is_urgent: bool,
    pub requires_editing: Option<bool>,
    pub is_public: bool,
    pub is_follow_up: bool,
    pub status: OrderStatus,
    pub client_deadline_at: Option<DateTimeUtc>,
    pub writer_deadline_at: Option<DateTimeUtc>,
    pub total_price_cents: i64,
    pub writer_compensation_cents: i64,
    /// True exactly when `paid_at` is set.
    pub is_paid: bool,
    pub paid_at: Option<DateTimeUtc>,
    pub assigned_at: Option<DateTimeUtc>,
    pub submitted_at: Option<DateTimeUtc>,
    pub completed_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    /// Set when removed: no dashboard counts the order any more.
    pub deleted_at: Option<DateTimeUtc>,
    pub deleted_by_id: Option<UserId>,
    #[sea_orm(column_type = "Text")]
    pub delete_reason: Option<String>,
    pub restored_at: Option<DateTimeUtc>,
    pub restored_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
