//! An installment as every list shows it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{ClassBundleId, InstallmentId, InvoiceId, OrderId, PaymentId, SpecialOrderId, UserId};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::invoices::repository::installments::Installment;

/// A part payment of one thing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Installment)]
pub(crate) struct OwedInstallment {
    #[schema(value_type = i64)]
    id: InstallmentId,
    #[schema(value_type = Option<i64>)]
    class_bundle: Option<ClassBundleId>,
    #[schema(value_type = Option<i64>)]
    special_order: Option<SpecialOrderId>,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    #[schema(value_type = Option<i64>)]
    invoice: Option<InvoiceId>,
    installment_number: i32,
    amount: Amount,
    /// `amount` again.
    amount_due: Amount,
    due_date: Option<NaiveDate>,
    /// paid, late, scheduled or cancelled.
    status: &'static str,
    is_paid: bool,
    is_overdue: bool,
    paid_at: Option<DateTime<Utc>>,
    /// The user who paid.
    #[schema(value_type = Option<i64>)]
    paid_by: Option<UserId>,
    #[schema(value_type = Option<i64>)]
    payment_record: Option<PaymentId>,
    /// `payment_record` again.
    #[schema(value_type = Option<i64>)]
    payment_record_id: Option<PaymentId>,
    created_at: DateTime<Utc>,
}

impl OwedInstallment {
    pub(crate) fn new(row: &Installment, today: NaiveDate) -> Self {
        let is_paid = row.paid_at.is_some();
        let is_cancelled = row.cancelled_at.is_some();
        let is_overdue = !is_paid && !is_cancelled && row.due_on.is_some_and(|due| due < today);
        let status = match (is_cancelled, is_paid, is_overdue) {
            (true, _, _) => "cancelled",
            (false, true, _) => "paid",
            (false, false, true) => "late",
            (false, false, false) => "scheduled",
        };
        Self {
            id: row.id,
            class_bundle: row.class_bundle_id,
            special_order: row.special_order_id,
            order: row.order_id,
            invoice: row.invoice_id,
            installment_number: row.number,
            amount: Amount::cents(row.amount_cents),
            amount_due: Amount::cents(row.amount_cents),
            due_date: row.due_on,
            status,
            is_paid,
            is_overdue,
            paid_at: row.paid_at,
            paid_by: row.paid_by_id,
            payment_record: row.payment_id,
            payment_record_id: row.payment_id,
            created_at: row.created_at,
        }
    }
}
