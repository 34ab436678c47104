//! A whole course taken for a client, scoped and priced by hand.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ExpressClassId, UserId, WebsiteId},
    words,
};

words! {
    /// Where a course stands.
    pub enum ExpressClassStatus: "String(StringLen::N(12))" {
        Inquiry = "inquiry",
        ScopeReview = "scope_review",
        Priced = "priced",
        Assigned = "assigned",
        InProgress = "in_progress",
        Completed = "completed",
        Cancelled = "cancelled",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "express_classes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ExpressClassId,
    pub website_id: WebsiteId,
    pub client_id: UserId,
    pub assigned_writer_id: Option<UserId>,
    pub status: ExpressClassStatus,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub discipline: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub institution: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub course: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub academic_level: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub workload: Json,
    #[sea_orm(column_type = "Text")]
    pub instructions: String,
    pub price_cents: Option<i64>,
    pub price_approved: bool,
    pub installments_needed: i32,
    #[sea_orm(column_type = "Blob")]
    pub school_login_enc: Option<Vec<u8>>,
    #[sea_orm(column_type = "Text")]
    pub scope_review_notes: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub admin_notes: Option<String>,
    pub reviewed_by_id: Option<UserId>,
    pub reviewed_at: Option<DateTimeUtc>,
    pub completed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
