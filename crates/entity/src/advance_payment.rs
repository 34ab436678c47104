//! Money lent to a writer against coming pay.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{AdvancePaymentId, LedgerTransferId, UserId, WebsiteId},
    words,
};

words! {
    /// Where an advance stands.
    pub enum AdvancePaymentStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Approved = "approved",
        Rejected = "rejected",
        Disbursed = "disbursed",
        Repaid = "repaid",
        Cancelled = "cancelled",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advance_payments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AdvancePaymentId,
    pub website_id: WebsiteId,
    pub writer_id: UserId,
    pub requested_cents: i64,
    pub approved_cents: Option<i64>,
    pub disbursed_cents: i64,
    pub repaid_cents: i64,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub status: AdvancePaymentStatus,
    pub decided_by_id: Option<UserId>,
    pub decided_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub review_notes: Option<String>,
    pub disbursed_at: Option<DateTimeUtc>,
    pub repaid_at: Option<DateTimeUtc>,
    pub ledger_transfer_id: Option<LedgerTransferId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
