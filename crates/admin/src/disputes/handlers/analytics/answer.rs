//! What the disputes of a period show.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use tally_http::Decimal;
use tally_kernel::Span;
use utoipa::ToSchema;

use crate::disputes::repository::analytics::{Ended, RaisedDay};

/// Weeks before the one of today in the weekly trend.
const WEEKS_BEFORE: u32 = 11;

/// The disputes of a period, by when they were raised.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DisputeAnalyticsAnswer {
    /// Months with a dispute.
    monthly_trends: Vec<DisputesOfMonth>,
    /// Weeks with a dispute, of the last 12 that began.
    weekly_trends: Vec<DisputesOfWeek>,
    avg_resolution_days: Option<Decimal>,
    outcome_breakdown: BTreeMap<String, i64>,
    /// Those of the last 30 days that are resolved, in percent.
    resolution_rate_percent: Decimal,
    /// Raised in the last 30 days.
    total_this_month: i64,
    /// And resolved since.
    resolved_this_month: i64,
}

/// The disputes of a month.
#[derive(Debug, Serialize, ToSchema)]
struct DisputesOfMonth {
    /// Its first day.
    month: NaiveDate,
    total: i64,
    resolved: i64,
}

/// The disputes of a week.
#[derive(Debug, Serialize, ToSchema)]
struct DisputesOfWeek {
    /// Its Monday.
    week: NaiveDate,
    created: i64,
    resolved: i64,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    disputes: i64,
    resolved: i64,
}

impl DisputeAnalyticsAnswer {
    pub(super) fn new(days: &[RaisedDay], ended: &[Ended], today: NaiveDate) -> Self {
        let sum = |figure: fn(&RaisedDay) -> i64| days.iter().map(figure).sum::<i64>();
        let total_this_month = ended.iter().map(|row| row.this_month).sum();
        let resolved_this_month = ended.iter().map(|row| row.resolved_this_month).sum();
        let first = Span::Week.before(today, WEEKS_BEFORE);
        let weeks = by(Span::Week, days.iter().filter(|row| row.day >= first));
        Self {
            monthly_trends: by(Span::Month, days).into_iter().map(Into::into).collect(),
            weekly_trends: weeks.into_iter().map(Into::into).collect(),
            avg_resolution_days: Decimal::mean_days(sum(|row| row.micros), sum(|row| row.resolved)),
            outcome_breakdown: ended.iter().filter_map(outcome).collect(),
            resolution_rate_percent: Decimal::percent(resolved_this_month, total_this_month),
            total_this_month,
            resolved_this_month,
        }
    }
}

fn by<'a>(span: Span, days: impl IntoIterator<Item = &'a RaisedDay>) -> Vec<(NaiveDate, Sums)> {
    let add = |sums: &mut Sums, row: &RaisedDay| {
        sums.disputes += row.disputes;
        sums.resolved += row.resolved;
    };
    span.add_up(days, |row| row.day, add)
}

/// Nothing for those that did not end, or not in the period.
fn outcome(row: &Ended) -> Option<(String, i64)> {
    let outcome = row.resolution_outcome?;
    (row.disputes > 0).then(|| (outcome.to_string(), row.disputes))
}

impl From<(NaiveDate, Sums)> for DisputesOfMonth {
    fn from((month, Sums { disputes: total, resolved }): (NaiveDate, Sums)) -> Self {
        Self { month, total, resolved }
    }
}

impl From<(NaiveDate, Sums)> for DisputesOfWeek {
    fn from((week, Sums { disputes: created, resolved }): (NaiveDate, Sums)) -> Self {
        Self { week, created, resolved }
    }
}
