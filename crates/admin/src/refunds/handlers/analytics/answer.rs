//! What the refunds of a period show.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use tally_http::{Amount, Decimal};
use tally_kernel::Span;
use utoipa::ToSchema;

use crate::refunds::repository::analytics::{RefundWay, RequestedDay};

/// Weeks before the one of today in the weekly trend.
const WEEKS_BEFORE: u32 = 11;

/// The refunds of a period, by when they were asked for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RefundAnalyticsAnswer {
    /// Months with a refund.
    monthly_trends: Vec<RefundsOfMonth>,
    /// Weeks with a refund, of the last 12 that began.
    weekly_trends: Vec<RefundsOfWeek>,
    avg_refund_amount: Option<Amount>,
    avg_processing_days: Option<Decimal>,
    average_processing_hours: Option<Decimal>,
    method_breakdown: BTreeMap<String, RefundSums>,
}

/// How many, and how much.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(crate) struct RefundSums {
    count: i64,
    total_amount: Amount,
}

/// The refunds of a month.
#[derive(Debug, Serialize, ToSchema)]
struct RefundsOfMonth {
    /// Its first day.
    month: NaiveDate,
    #[serde(flatten)]
    sums: RefundSums,
    processed: i64,
}

/// The refunds of a week.
#[derive(Debug, Serialize, ToSchema)]
struct RefundsOfWeek {
    /// Its Monday.
    week: NaiveDate,
    requested: i64,
    processed: i64,
    total_amount: Amount,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    refunds: i64,
    cents: i64,
    processed: i64,
}

impl RefundSums {
    pub(in crate::refunds::handlers) fn new(refunds: i64, cents: i64) -> Self {
        Self { count: refunds, total_amount: Amount::cents(cents) }
    }
}

impl RefundAnalyticsAnswer {
    pub(super) fn new(days: &[RequestedDay], methods: &[RefundWay], today: NaiveDate) -> Self {
        let sum = |figure: fn(&RequestedDay) -> i64| days.iter().map(figure).sum::<i64>();
        let (micros, processed) = (sum(|row| row.micros), sum(|row| row.processed));
        let first = Span::Week.before(today, WEEKS_BEFORE);
        let weeks = by(Span::Week, days.iter().filter(|row| row.day >= first));
        let method = |row: &RefundWay| (row.method.to_string(), RefundSums::new(row.refunds, row.cents));
        Self {
            monthly_trends: by(Span::Month, days).into_iter().map(Into::into).collect(),
            weekly_trends: weeks.into_iter().map(Into::into).collect(),
            avg_refund_amount: Amount::mean(sum(|row| row.cents), sum(|row| row.refunds)),
            avg_processing_days: Decimal::mean_days(micros, processed),
            average_processing_hours: Decimal::mean_hours(micros, processed),
            method_breakdown: methods.iter().map(method).collect(),
        }
    }
}

fn by<'a>(span: Span, days: impl IntoIterator<Item = &'a RequestedDay>) -> Vec<(NaiveDate, Sums)> {
    let add = |sums: &mut Sums, row: &RequestedDay| {
        sums.refunds += row.refunds;
        sums.cents += row.cents;
        sums.processed += row.processed;
    };
    span.add_up(days, |row| row.day, add)
}

impl From<(NaiveDate, Sums)> for RefundsOfMonth {
    fn from((month, Sums { refunds, cents, processed }): (NaiveDate, Sums)) -> Self {
        Self { month, sums: RefundSums::new(refunds, cents), processed }
    }
}

impl From<(NaiveDate, Sums)> for RefundsOfWeek {
    fn from((week, Sums { refunds, cents, processed }): (NaiveDate, Sums)) -> Self {
        Self { week, requested: refunds, processed, total_amount: Amount::cents(cents) }
    }
}
