//! A bill as lists show it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{
    ClassBundleId, ExpressClassId, InvoiceId, OrderId, PaymentId, Role, SpecialOrderId, WebsiteId,
};
use tally_http::{Amount, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::invoices::repository::invoices::Invoice;

/// A bill.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InvoiceRow {
    #[schema(value_type = i64)]
    id: InvoiceId,
    /// What people quote.
    reference_id: String,
    client: Option<UserRef>,
    recipient_email: String,
    recipient_name: String,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    website: WebsiteRef,
    issued_by: Option<UserRef>,
    title: String,
    purpose: String,
    description: String,
    amount: Amount,
    currency: String,
    due_date: NaiveDate,
    /// cancelled, paid, overdue or unpaid.
    status: &'static str,
    is_paid: bool,
    is_overdue: bool,
    paid_at: Option<DateTime<Utc>>,
    sent_at: Option<DateTime<Utc>>,
    email_sent: bool,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    #[schema(value_type = Option<i64>)]
    special_order: Option<SpecialOrderId>,
    #[schema(value_type = Option<i64>)]
    class_purchase: Option<ClassBundleId>,
    #[schema(value_type = Option<i64>)]
    express_class: Option<ExpressClassId>,
    /// The newest that is income.
    #[schema(value_type = Option<i64>)]
    payment: Option<PaymentId>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl InvoiceRow {
    /// The bill as somebody of this role may see it.
    pub(super) fn of(invoice: Invoice, reader: Role, today: NaiveDate) -> Self {
        let is_paid = invoice.paid_at.is_some();
        let is_overdue = !is_paid && invoice.cancelled_at.is_none() && invoice.due_on < today;
        let status = match (invoice.cancelled_at, is_paid, is_overdue) {
            (Some(_), _, _) => "cancelled",
            (None, true, _) => "paid",
            (None, false, true) => "overdue",
            (None, false, false) => "unpaid",
        };
        let [client, issued_by] = [invoice.client, invoice.issuer]
            .map(|person| person.map(|person| UserRef::seen_by(reader, person)));
        Self {
            id: invoice.id,
            reference_id: invoice.reference_id.to_string(),
            client,
            recipient_email: invoice.recipient_email,
            recipient_name: invoice.recipient_name,
            website_id: invoice.website.id,
            website_name: invoice.website.name.clone(),
            website: invoice.website.into(),
            issued_by,
            title: invoice.title,
            purpose: invoice.purpose,
            description: invoice.description,
            amount: Amount::cents(invoice.amount_cents),
            currency: invoice.currency,
            due_date: invoice.due_on,
            status,
            is_paid,
            is_overdue,
            paid_at: invoice.paid_at,
            sent_at: invoice.sent_at,
            email_sent: invoice.sent_at.is_some(),
            order: invoice.order_id,
            special_order: invoice.special_order_id,
            class_purchase: invoice.class_bundle_id,
            express_class: invoice.express_class_id,
            payment: invoice.payment_id,
            created_at: invoice.created_at,
            updated_at: invoice.updated_at,
        }
    }
}
