//! Where a writer's payments stand.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{
    OrderId, PayoutRequestId, PayoutStatus, SpecialOrderId, WriterPaymentId, WriterPaymentStatus,
    writer_profile::PaymentSchedule,
};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::earnings::{
    handlers::words::shown,
    repository::payment_status::{PaidWeek, PaymentStanding, Payout, StandingPayment, StatusSums},
};

/// Paid ones that are listed.
const RECENT: usize = 10;

/// Where payments stand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterPaymentStatusAnswer {
    summary: PaymentStatusSummary,
    /// By status, such as `Paid`.
    status_breakdown: BTreeMap<&'static str, StatusTotal>,
    /// The first due first, like the following.
    pending_payments: Vec<StandingRow>,
    delayed_payments: Vec<StandingRow>,
    /// The last paid first.
    recent_payments: Vec<StandingRow>,
    /// The weeks with payments, oldest first.
    payment_trends: Vec<PaymentWeek>,
    /// The newest first.
    payout_requests: Vec<PayoutRow>,
}

/// All of them in figures.
#[derive(Debug, Serialize, ToSchema)]
struct PaymentStatusSummary {
    /// What was paid, ever; the next three likewise.
    total_earnings: Amount,
    total_bonuses: Amount,
    total_tips: Amount,
    total_fines: Amount,
    pending_amount: Amount,
    delayed_amount: Amount,
    recent_paid_30d: Amount,
    pending_payout_requests: i64,
    pending_payout_amount: Amount,
    has_verified_payout_method: bool,
    /// `bi-weekly` or `monthly`.
    #[schema(value_type = String)]
    payment_schedule: PaymentSchedule,
}

/// The payments at a status.
#[derive(Debug, Serialize, ToSchema)]
struct StatusTotal {
    count: i64,
    total_amount: Amount,
}

/// A payment.
#[derive(Debug, Serialize, ToSchema)]
struct StandingRow {
    #[schema(value_type = i64)]
    id: WriterPaymentId,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    #[schema(value_type = Option<i64>)]
    special_order_id: Option<SpecialOrderId>,
    amount: Amount,
    bonuses: Amount,
    tips: Amount,
    fines: Amount,
    status: &'static str,
    processed_at: Option<DateTime<Utc>>,
    updated_at: DateTime<Utc>,
}

/// What was paid in a week.
#[derive(Debug, Serialize, ToSchema)]
struct PaymentWeek {
    /// Its Monday.
    week: NaiveDate,
    status: &'static str,
    count: i64,
    total_amount: Amount,
}

/// Something to be paid out.
#[derive(Debug, Serialize, ToSchema)]
struct PayoutRow {
    #[schema(value_type = i64)]
    id: PayoutRequestId,
    amount_requested: Amount,
    #[schema(value_type = String)]
    status: PayoutStatus,
    requested_at: DateTime<Utc>,
    /// When it was paid, or decided.
    processed_at: Option<DateTime<Utc>>,
}

impl From<PaymentStanding> for WriterPaymentStatusAnswer {
    fn from(found: PaymentStanding) -> Self {
        let summary = PaymentStatusSummary::new(&found);
        let PaymentStanding { statuses, mut payments, weeks, payouts, terms: _ } = found;
        let mut of = |status, most| {
            let rows = payments.extract_if(.., |row| row.status == status);
            rows.take(most).map(Into::into).collect::<Vec<StandingRow>>()
        };
        Self {
            summary,
            pending_payments: of(WriterPaymentStatus::Pending, usize::MAX),
            delayed_payments: of(WriterPaymentStatus::Delayed, usize::MAX),
            recent_payments: of(WriterPaymentStatus::Paid, RECENT),
            status_breakdown: statuses.iter().map(|row| (shown(row.status), row.into())).collect(),
            payment_trends: weeks.into_iter().map(Into::into).collect(),
            payout_requests: payouts.into_iter().map(Into::into).collect(),
        }
    }
}

impl PaymentStatusSummary {
    fn new(found: &PaymentStanding) -> Self {
        let of = |status, part: fn(&StatusSums) -> i64| {
            Amount::cents(found.statuses.iter().filter(|row| row.status == status).map(part).sum())
        };
        let paid = |part| of(WriterPaymentStatus::Paid, part);
        let (pending, pending_cents) =
            found.payouts.first().map_or((0, 0), |payout| (payout.pending, payout.pending_cents));
        Self {
            total_earnings: paid(|row| row.cents),
            total_bonuses: paid(|row| row.bonuses_cents),
            total_tips: paid(|row| row.tips_cents),
            total_fines: paid(|row| row.fines_cents),
            pending_amount: of(WriterPaymentStatus::Pending, |row| row.cents),
            delayed_amount: of(WriterPaymentStatus::Delayed, |row| row.cents),
            recent_paid_30d: paid(|row| row.recent_cents),
            pending_payout_requests: pending,
            pending_payout_amount: Amount::cents(pending_cents),
            has_verified_payout_method: found.terms.is_verified,
            payment_schedule: found.terms.schedule.unwrap_or(PaymentSchedule::BiWeekly),
        }
    }
}

impl From<&StatusSums> for StatusTotal {
    fn from(row: &StatusSums) -> Self {
        Self { count: row.payments, total_amount: Amount::cents(row.cents) }
    }
}

impl From<StandingPayment> for StandingRow {
    fn from(payment: StandingPayment) -> Self {
        let StandingPayment {
            id,
            order_id,
            special_order_id,
            amount_cents,
            bonuses_cents,
            tips_cents,
            fines_cents,
            status,
            paid_at,
            updated_at,
        } = payment;
        Self {
            id,
            order_id,
            special_order_id,
            amount: Amount::cents(amount_cents),
            bonuses: Amount::cents(bonuses_cents),
            tips: Amount::cents(tips_cents),
            fines: Amount::cents(fines_cents),
            status: shown(status),
            processed_at: paid_at,
            updated_at,
        }
    }
}

impl From<PaidWeek> for PaymentWeek {
    fn from(PaidWeek { monday: week, payments: count, cents }: PaidWeek) -> Self {
        let status = shown(WriterPaymentStatus::Paid);
        Self { week, status, count, total_amount: Amount::cents(cents) }
    }
}

impl From<Payout> for PayoutRow {
    fn from(payout: Payout) -> Self {
        let Payout { id, amount_cents, status, requested_at, processed_at, pending: _, pending_cents: _ } =
            payout;
        Self { id, amount_requested: Amount::cents(amount_cents), status, requested_at, processed_at }
    }
}
