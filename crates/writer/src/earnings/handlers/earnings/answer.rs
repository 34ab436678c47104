//! What a writer was paid.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::WriterPaymentId;
use tally_http::Amount;
use utoipa::ToSchema;

use crate::earnings::{
    handlers::words::shown,
    repository::earnings::{Earnings, PaidDay, Payment, Sums},
};

/// What came in, and what is still to come.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterEarnings {
    /// Of the period.
    total_earnings: Amount,
    /// Owed at any time.
    pending_payments: Amount,
    /// The last seven days.
    this_week: Amount,
    this_month: Amount,
    this_year: Amount,
    /// The mean payment of the period.
    avg_per_order: Amount,
    /// The days with payments, oldest first.
    earnings_trend: Vec<EarningsDay>,
    /// The newest first.
    payment_history: Vec<PaymentHistoryRow>,
}

/// What was paid on a day.
#[derive(Debug, Serialize, ToSchema)]
struct EarningsDay {
    date: NaiveDate,
    total: Amount,
    count: i64,
}

/// A payment.
#[derive(Debug, Serialize, ToSchema)]
struct PaymentHistoryRow {
    #[schema(value_type = i64)]
    id: WriterPaymentId,
    amount: Amount,
    /// Such as `Paid`.
    status: &'static str,
    /// When it was paid; while it is not, when it was made.
    created_at: DateTime<Utc>,
    description: String,
}

impl From<Earnings> for WriterEarnings {
    fn from(found: Earnings) -> Self {
        let Earnings { sums, days, history } = found;
        let Sums { period_cents, period_rows, week_cents, month_cents, year_cents, owed_cents } = sums;
        let day = |PaidDay { day: date, cents, rows: count }| EarningsDay {
            date,
            total: Amount::cents(cents),
            count,
        };
        Self {
            total_earnings: Amount::cents(period_cents),
            pending_payments: Amount::cents(owed_cents),
            this_week: Amount::cents(week_cents),
            this_month: Amount::cents(month_cents),
            this_year: Amount::cents(year_cents),
            avg_per_order: Amount::mean(period_cents, period_rows).unwrap_or_default(),
            earnings_trend: days.into_iter().map(day).collect(),
            payment_history: history.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Payment> for PaymentHistoryRow {
    fn from(payment: Payment) -> Self {
        let Payment { id, amount_cents, status, moment, description } = payment;
        Self {
            id,
            amount: Amount::cents(amount_cents),
            status: shown(status),
            created_at: moment,
            description,
        }
    }
}
