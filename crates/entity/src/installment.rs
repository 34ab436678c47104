//! A part payment with a due date, of exactly one owner.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::ids::{
    ClassBundleId, InstallmentId, InvoiceId, OrderId, PaymentId, SpecialOrderId, UserId, WebsiteId,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "installments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: InstallmentId,
    pub website_id: WebsiteId,
    pub class_bundle_id: Option<ClassBundleId>,
    pub special_order_id: Option<SpecialOrderId>,
    pub invoice_id: Option<InvoiceId>,
    pub order_id: Option<OrderId>,
    pub installment_number: i32,
    pub amount_cents: i64,
    /// Without a date the installment is neither late nor to come.
    pub due_on: Option<Date>,
    pub paid_at: Option<DateTimeUtc>,
    pub paid_by_id: Option<UserId>,
    pub payment_id: Option<PaymentId>,
    pub cancelled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub notes: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
