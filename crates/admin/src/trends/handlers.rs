//! Days added up to months and weeks.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use tally_http::{Amount, Clamped};
use tally_kernel::{Period, Span};
use utoipa::{IntoParams, ToSchema};

use super::repository::PlacedDay;

/// The period that is looked at.
#[derive(Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AnalyticsQuery {
    /// How many days back; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    pub(crate) days: Clamped<1, 365, 30>,
}

impl AnalyticsQuery {
    /// The days before `now`.
    pub(crate) fn period(self, now: DateTime<Utc>) -> Period {
        Period::last_days(self.days.get(), now)
    }
}

/// A month in which something was placed.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(crate) struct AnalyticsMonth {
    /// Its first day.
    month: NaiveDate,
    count: i64,
    completed: i64,
    /// Of the completed ones.
    pub(crate) total_revenue: Amount,
}

/// A week in which something was placed.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(crate) struct AnalyticsWeek {
    /// Its Monday.
    week: NaiveDate,
    count: i64,
    created: i64,
    completed: i64,
    /// Of the completed ones.
    revenue: Amount,
}

/// What a span of time adds up to.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    placed: i64,
    completed: i64,
    cents: i64,
}

/// Months with a row, oldest first.
pub(crate) fn months(days: &[PlacedDay]) -> Vec<AnalyticsMonth> {
    by(Span::Month, days).into_iter().map(AnalyticsMonth::from).collect()
}

/// Weeks with a row, oldest first.
pub(crate) fn weeks(days: &[PlacedDay]) -> Vec<AnalyticsWeek> {
    by(Span::Week, days).into_iter().map(AnalyticsWeek::from).collect()
}

fn by(span: Span, days: &[PlacedDay]) -> Vec<(NaiveDate, Sums)> {
    span.add_up(
        days,
        |row| row.day,
        |sums: &mut Sums, row| {
            let PlacedDay { day: _, placed, completed, revenue_cents } = row;
            sums.placed += placed;
            sums.completed += completed;
            sums.cents += revenue_cents;
        },
    )
}

impl From<(NaiveDate, Sums)> for AnalyticsMonth {
    fn from((month, Sums { placed, completed, cents }): (NaiveDate, Sums)) -> Self {
        Self { month, count: placed, completed, total_revenue: Amount::cents(cents) }
    }
}

impl From<(NaiveDate, Sums)> for AnalyticsWeek {
    fn from((week, Sums { placed, completed, cents }): (NaiveDate, Sums)) -> Self {
        Self { week, count: placed, created: placed, completed, revenue: Amount::cents(cents) }
    }
}
