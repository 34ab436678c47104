//! `GET /api/v1/orders/orders/{id}/payment-summary`

use axum::{Json, extract::State};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{OrderId, PaymentId, PaymentMethod, PaymentStatus, PaymentType, Role};
use tally_http::{Amount, ApiError, ApiResult, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::{
    invoices::handlers::installment::OwedInstallment,
    lists::repository::payment_summary::{self, OnePayment, Paid, Viewer},
};

/// An order's price, and what was paid of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentSummary {
    #[schema(value_type = i64)]
    order_id: OrderId,
    currency: String,
    order_total: Amount,
    amount_paid: Amount,
    pending_amount: Amount,
    refunded_amount: Amount,
    balance_due: Amount,
    is_fully_paid: bool,
    last_payment_at: Option<DateTime<Utc>>,
    /// Newest first.
    payments: Vec<PaymentOf>,
    /// The next due first.
    installments: Vec<OwedInstallment>,
    /// The next that is not paid.
    upcoming_installment: Option<OwedInstallment>,
}

/// A payment of one thing.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentOf {
    #[schema(value_type = i64)]
    id: PaymentId,
    amount: Amount,
    #[schema(value_type = String)]
    status: PaymentStatus,
    /// `N/A` when nobody knows.
    payment_method: &'static str,
    #[schema(value_type = String)]
    payment_type: PaymentType,
    /// What people quote.
    reference_id: String,
    /// What the provider calls it.
    transaction_id: Option<String>,
    created_at: DateTime<Utc>,
    confirmed_at: Option<DateTime<Utc>>,
}

impl From<OnePayment> for PaymentOf {
    fn from(row: OnePayment) -> Self {
        let OnePayment {
            id,
            amount_cents,
            refunded_cents: _,
            status,
            method,
            payment_type,
            reference_id,
            transaction_id,
            effective_at: _,
            confirmed_at,
            created_at,
        } = row;
        Self {
            id,
            amount: Amount::cents(amount_cents),
            status,
            payment_method: method.map_or("N/A", PaymentMethod::as_str),
            payment_type,
            reference_id: reference_id.to_string(),
            transaction_id,
            created_at,
            confirmed_at,
        }
    }
}

fn is_paid(payment: &OnePayment) -> bool {
    use PaymentStatus::{Completed, PartiallyRefunded, Succeeded};
    matches!(payment.status, Completed | Succeeded | PartiallyRefunded)
}

fn is_pending(payment: &OnePayment) -> bool {
    use PaymentStatus::{Pending, UnderReview, Unpaid};
    matches!(payment.status, Pending | Unpaid | UnderReview)
}

impl PaymentSummary {
    fn new(found: Paid, today: NaiveDate) -> Self {
        let Paid { order, payments, installments } = found;
        let sum = |is: fn(&OnePayment) -> bool| {
            payments.iter().filter(|row| is(row)).map(|row| row.amount_cents).sum::<i64>()
        };
        let paid = sum(is_paid);
        let due = (order.total_price_cents - paid).max(0);
        let upcoming = installments.iter().find(|row| row.paid_at.is_none() && row.cancelled_at.is_none());
        Self {
            order_id: order.id,
            currency: order.currency,
            order_total: Amount::cents(order.total_price_cents),
            amount_paid: Amount::cents(paid),
            pending_amount: Amount::cents(sum(is_pending)),
            refunded_amount: Amount::cents(payments.iter().map(|row| row.refunded_cents).sum()),
            balance_due: Amount::cents(due),
            is_fully_paid: due == 0,
            last_payment_at: payments.iter().filter(|row| is_paid(row)).map(|row| row.effective_at).max(),
            upcoming_installment: upcoming.map(|row| OwedInstallment::new(row, today)),
            installments: installments.iter().map(|row| OwedInstallment::new(row, today)).collect(),
            payments: payments.into_iter().map(Into::into).collect(),
        }
    }
}

/// An order's price, and what was paid of it; for its client and for staff
#[utoipa::path(
    get,
    path = "/orders/orders/{id}/payment-summary",
    tag = "payments",
    params(("id" = i64, Path, description = "The order"), ScopeQuery),
    responses((status = OK, body = PaymentSummary), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_order_payment_summary(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    PathParam(id): PathParam<OrderId>,
) -> ApiResult<Json<PaymentSummary>> {
    let viewer = match member.role {
        Role::Client => Some(Viewer::Client(member.id)),
        Role::Writer => None,
        Role::Superadmin | Role::Admin | Role::Editor | Role::Support => Some(Viewer::Staff(member.scope)),
    };
    let unknown = || ApiError::not_found("There is no such order.");
    let found = payment_summary::find(db.reads(), viewer.ok_or_else(unknown)?, id).await?;
    Ok(Json(PaymentSummary::new(found.ok_or_else(unknown)?, clock.now().date_naive())))
}
