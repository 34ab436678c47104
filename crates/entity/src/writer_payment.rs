//! What a writer has earned and been paid, per piece of work or per period.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ClassBundleId, LedgerTransferId, OrderId, SpecialOrderId, UserId, WebsiteId, WriterPaymentId},
    words,
};

words! {
    /// What a writer is paid for.
    pub enum WriterPaymentKind: "String(StringLen::N(14))" {
        Order = "order",
        SpecialOrder = "special_order",
        Class = "class",
        Installment = "installment",
        Period = "period",
        Adjustment = "adjustment",
    }
}

words! {
    /// Where the pay of a writer stands.
    pub enum WriterPaymentStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Delayed = "delayed",
        Paid = "paid",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_payments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterPaymentId,
    pub website_id: WebsiteId,
    pub writer_id: UserId,
    pub kind: WriterPaymentKind,
    pub order_id: Option<OrderId>,
    pub special_order_id: Option<SpecialOrderId>,
    pub class_bundle_id: Option<ClassBundleId>,
    pub amount_cents: i64,
    pub bonuses_cents: i64,
    pub fines_cents: i64,
    pub tips_cents: i64,
    #[sea_orm(column_type = "String(StringLen::N(3))")]
    pub currency: String,
    pub status: WriterPaymentStatus,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub period_from_on: Option<Date>,
    pub period_to_on: Option<Date>,
    pub due_on: Option<Date>,
    /// Set exactly when the status is paid.
    pub paid_at: Option<DateTimeUtc>,
    pub ledger_transfer_id: Option<LedgerTransferId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
