//! What a writer was paid by period, and what he can expect.

use std::ops::AddAssign;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{OrderId, OrderStatus, WriterPaymentId, writer_profile::PaymentSchedule};
use tally_http::Amount;
use tally_kernel::midnight;
use utoipa::ToSchema;

use crate::{
    earnings::{
        handlers::words::shown,
        repository::payments::{Half, Payment, Payments, Upcoming},
    },
    formulas::{
        fortnight::{fortnight_of, last_of_month},
        pay_window::{label, pay_window},
    },
};

/// Orders to come that are listed; the totals are of all.
const LISTED: usize = 50;

/// What was, is and will be paid.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the contract's names")]
pub(crate) struct WriterPayments {
    historical_payments: HistoricalPayments,
    upcoming_payments: UpcomingPayments,
    /// The newest first, whatever became of them.
    recent_payments: Vec<RecentPayment>,
}

/// What was paid, the newest period first.
#[derive(Debug, Serialize, ToSchema)]
struct HistoricalPayments {
    monthly: Vec<PaymentPeriod>,
    fortnightly: Vec<PaymentPeriod>,
}

/// What was paid in a period.
#[derive(Debug, Serialize, ToSchema)]
struct PaymentPeriod {
    /// The first instant of the month.
    period: DateTime<Utc>,
    period_start: NaiveDate,
    period_end: NaiveDate,
    payment_count: i64,
    total_amount: Amount,
    total_bonuses: Amount,
    total_tips: Amount,
    total_fines: Amount,
}

/// Finished orders that the client paid and the writer was not paid for.
#[derive(Debug, Serialize, ToSchema)]
struct UpcomingPayments {
    total_amount: Amount,
    order_count: usize,
    orders: Vec<UpcomingPayment>,
}

/// What an order will bring.
#[derive(Debug, Serialize, ToSchema)]
struct UpcomingPayment {
    #[schema(value_type = i64)]
    id: OrderId,
    topic: String,
    expected_earning: Amount,
    completed_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    #[schema(value_type = String)]
    status: OrderStatus,
    expected_payment_window_start: NaiveDate,
    expected_payment_window_end: NaiveDate,
    /// Such as `17 Mar – 21 Mar 2026`.
    expected_payment_window_label: String,
}

/// A payment.
#[derive(Debug, Serialize, ToSchema)]
struct RecentPayment {
    #[schema(value_type = i64)]
    id: WriterPaymentId,
    amount: Amount,
    bonuses: Amount,
    tips: Amount,
    fines: Amount,
    /// When it was paid; while it is not, when it was made.
    payment_date: DateTime<Utc>,
    description: String,
    currency: String,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    /// Such as `Paid`.
    status: &'static str,
}

impl WriterPayments {
    pub(super) fn new(found: Payments, now: DateTime<Utc>) -> Self {
        let Payments { halves, upcoming, recent } = found;
        Self {
            historical_payments: HistoricalPayments {
                monthly: monthly(&halves),
                fortnightly: halves.iter().map(half).collect(),
            },
            upcoming_payments: UpcomingPayments::new(&upcoming, now),
            recent_payments: recent.into_iter().map(Into::into).collect(),
        }
    }
}

/// Halves of the same month follow one another.
fn monthly(halves: &[Half]) -> Vec<PaymentPeriod> {
    let months = halves.chunk_by(|half, next| half.month == next.month);
    let month = |halves: &[Half]| {
        let first = halves.first()?;
        let mut sums =
            Half { payments: 0, cents: 0, bonuses_cents: 0, tips_cents: 0, fines_cents: 0, ..*first };
        for half in halves {
            sums += *half;
        }
        Some(period(&sums, (first.month, last_of_month(first.month))))
    };
    months.filter_map(month).collect()
}

impl AddAssign for Half {
    fn add_assign(&mut self, other: Self) {
        let Self { month: _, is_second: _, payments, cents, bonuses_cents, tips_cents, fines_cents } = other;
        self.payments += payments;
        self.cents += cents;
        self.bonuses_cents += bonuses_cents;
        self.tips_cents += tips_cents;
        self.fines_cents += fines_cents;
    }
}

fn half(half: &Half) -> PaymentPeriod {
    let day = if half.is_second { half.month + Days::new(20) } else { half.month };
    period(half, fortnight_of(day))
}

fn period(sums: &Half, (period_start, period_end): (NaiveDate, NaiveDate)) -> PaymentPeriod {
    PaymentPeriod {
        period: midnight(sums.month),
        period_start,
        period_end,
        payment_count: sums.payments,
        total_amount: Amount::cents(sums.cents),
        total_bonuses: Amount::cents(sums.bonuses_cents),
        total_tips: Amount::cents(sums.tips_cents),
        total_fines: Amount::cents(sums.fines_cents),
    }
}

impl UpcomingPayments {
    fn new(orders: &[Upcoming], now: DateTime<Utc>) -> Self {
        let total = orders.iter().map(|order| order.expected_cents(now)).sum();
        Self {
            total_amount: Amount::cents(total),
            order_count: orders.len(),
            orders: orders.iter().take(LISTED).map(|order| UpcomingPayment::new(order, now)).collect(),
        }
    }
}

impl UpcomingPayment {
    fn new(order: &Upcoming, now: DateTime<Utc>) -> Self {
        let schedule = order.schedule.unwrap_or(PaymentSchedule::BiWeekly);
        let window = pay_window(schedule, order.done_at.unwrap_or(order.created_at).date_naive());
        Self {
            id: order.id,
            topic: order.topic.clone(),
            expected_earning: Amount::cents(order.expected_cents(now)),
            completed_at: order.done_at,
            created_at: order.created_at,
            status: order.status,
            expected_payment_window_start: window.0,
            expected_payment_window_end: window.1,
            expected_payment_window_label: label(window),
        }
    }
}

impl From<Payment> for RecentPayment {
    fn from(payment: Payment) -> Self {
        let Payment {
            id,
            order_id,
            amount_cents,
            bonuses_cents,
            tips_cents,
            fines_cents,
            currency,
            status,
            description,
            moment,
        } = payment;
        Self {
            id,
            amount: Amount::cents(amount_cents),
            bonuses: Amount::cents(bonuses_cents),
            tips: Amount::cents(tips_cents),
            fines: Amount::cents(fines_cents),
            payment_date: moment,
            description,
            currency,
            order_id,
            status: shown(status),
        }
    }
}
