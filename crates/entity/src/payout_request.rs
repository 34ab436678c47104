//! A withdrawal somebody asks for.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{LedgerTransferId, PayoutMethodId, PayoutRequestId, UserId, WebsiteId},
    words,
};

words! {
    /// Where a withdrawal stands.
    pub enum PayoutStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Approved = "approved",
        Paid = "paid",
        Rejected = "rejected",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payout_requests")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PayoutRequestId,
    pub website_id: WebsiteId,
    pub user_id: UserId,
    pub amount_cents: i64,
    #[sea_orm(column_type = "String(StringLen::N(3))")]
    pub currency: String,
    pub status: PayoutStatus,
    pub decided_by_id: Option<UserId>,
    pub decided_at: Option<DateTimeUtc>,
    pub paid_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    #[sea_orm(column_type = "Text")]
    pub failure_reason: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub provider_reference: Option<String>,
    pub payout_method_id: Option<PayoutMethodId>,
    /// Takes the money out of the wallet while the request is decided.
    pub hold_transfer_id: Option<LedgerTransferId>,
    pub settle_transfer_id: Option<LedgerTransferId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
