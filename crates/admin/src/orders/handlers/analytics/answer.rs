//! What the analytics of orders show.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use tally_http::{Amount, Decimal};
use tally_kernel::Span;
use utoipa::ToSchema;

use crate::orders::repository::analytics::{COMPLETED, OfService, OfStatus, OrdersAnalytics, PlacedDay};

/// The orders of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrdersAnalyticsAnswer {
    /// Months with an order.
    monthly_trends: Vec<AnalyticsMonth>,
    /// Weeks with an order.
    weekly_trends: Vec<AnalyticsWeek>,
    /// The most frequent kind of work first.
    service_breakdown: Vec<AnalyticsService>,
    status_trends: BTreeMap<String, i64>,
    /// From placement to completion, of those that have a time of completion.
    avg_completion_days: Option<Decimal>,
    /// Completed ones of all.
    conversion_rate: Decimal,
}

/// A month with an order.
#[derive(Debug, Serialize, ToSchema)]
struct AnalyticsMonth {
    /// Its first day.
    month: NaiveDate,
    count: i64,
    completed: i64,
    /// Of the completed ones.
    total_revenue: Amount,
}

/// A week with an order.
#[derive(Debug, Serialize, ToSchema)]
struct AnalyticsWeek {
    /// Its Monday.
    week: NaiveDate,
    count: i64,
    created: i64,
    completed: i64,
    /// Of the completed ones.
    revenue: Amount,
}

/// A kind of work.
#[derive(Debug, Serialize, ToSchema)]
struct AnalyticsService {
    service_type: String,
    count: i64,
    /// Of the completed ones.
    total_revenue: Amount,
    revenue: Amount,
}

/// What a span of time adds up to.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    orders: i64,
    completed: i64,
    cents: i64,
}

impl From<OrdersAnalytics> for OrdersAnalyticsAnswer {
    fn from(OrdersAnalytics { days, services, statuses }: OrdersAnalytics) -> Self {
        let all = |figure: fn(&OfStatus) -> i64| statuses.iter().map(figure).sum::<i64>();
        let completed =
            statuses.iter().filter(|row| COMPLETED.contains(&row.status)).map(|row| row.orders).sum();
        Self {
            monthly_trends: by(Span::Month, &days).into_iter().map(AnalyticsMonth::from).collect(),
            weekly_trends: by(Span::Week, &days).into_iter().map(AnalyticsWeek::from).collect(),
            service_breakdown: services.into_iter().map(AnalyticsService::from).collect(),
            status_trends: statuses.iter().map(|row| (row.status.to_string(), row.orders)).collect(),
            avg_completion_days: Decimal::mean_days(all(|row| row.micros), all(|row| row.finished)),
            conversion_rate: Decimal::percent(completed, all(|row| row.orders)),
        }
    }
}

/// The days, added up.
fn by(span: Span, days: &[PlacedDay]) -> Vec<(NaiveDate, Sums)> {
    span.add_up(
        days,
        |row| row.day,
        |sums: &mut Sums, row| {
            let PlacedDay { day: _, orders, completed, revenue_cents } = row;
            sums.orders += orders;
            sums.completed += completed;
            sums.cents += revenue_cents;
        },
    )
}

impl From<(NaiveDate, Sums)> for AnalyticsMonth {
    fn from((month, Sums { orders, completed, cents }): (NaiveDate, Sums)) -> Self {
        Self { month, count: orders, completed, total_revenue: Amount::cents(cents) }
    }
}

impl From<(NaiveDate, Sums)> for AnalyticsWeek {
    fn from((week, Sums { orders, completed, cents }): (NaiveDate, Sums)) -> Self {
        Self { week, count: orders, created: orders, completed, revenue: Amount::cents(cents) }
    }
}

impl From<OfService> for AnalyticsService {
    fn from(OfService { service, orders, revenue_cents }: OfService) -> Self {
        let revenue = Amount::cents(revenue_cents);
        Self { service_type: service, count: orders, total_revenue: revenue, revenue }
    }
}
