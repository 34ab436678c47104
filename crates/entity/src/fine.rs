//! A deduction from a writer.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{FineId, LedgerTransferId, OrderId, UserId, WebsiteId},
    words,
};

words! {
    /// What a writer is fined for.
    pub enum FineType: "String(StringLen::N(24))" {
        LateSubmission = "late_submission",
        Quality = "quality",
        Plagiarism = "plagiarism",
        Inactivity = "inactivity",
        CommBreach = "comm_breach",
        ExcessiveRevisions = "excessive_revisions",
        ExtensionOveruse = "extension_overuse",
        ManualViolation = "manual_violation",
        PrivacyViolation = "privacy_violation",
        LateReassignment = "late_reassignment",
        DroppingOrderLate = "dropping_order_late",
        WrongFiles = "wrong_files",
    }
}

words! {
    /// Where a fine stands.
    pub enum FineStatus: "String(StringLen::N(10))" {
        Issued = "issued",
        Appealed = "appealed",
        Disputed = "disputed",
        Escalated = "escalated",
        Resolved = "resolved",
        Waived = "waived",
        Voided = "voided",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fines")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: FineId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub writer_id: UserId,
    pub amount_cents: i64,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub fine_type: FineType,
    pub status: FineStatus,
    pub issued_by_id: Option<UserId>,
    pub imposed_at: DateTimeUtc,
    pub resolved_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub resolved_reason: Option<String>,
    pub waived_by_id: Option<UserId>,
    pub waived_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub waiver_reason: Option<String>,
    pub voided_at: Option<DateTimeUtc>,
    pub ledger_transfer_id: Option<LedgerTransferId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
