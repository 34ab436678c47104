//! What the analytics of orders show.

use std::collections::BTreeMap;

use serde::Serialize;
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use crate::{
    orders::repository::analytics::{COMPLETED, OfService, OfStatus, OrdersAnalytics},
    trends::handlers::{AnalyticsMonth, AnalyticsWeek, months, weeks},
};

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

/// A kind of work.
#[derive(Debug, Serialize, ToSchema)]
struct AnalyticsService {
    service_type: String,
    count: i64,
    /// Of the completed ones.
    total_revenue: Amount,
    revenue: Amount,
}

impl From<OrdersAnalytics> for OrdersAnalyticsAnswer {
    fn from(OrdersAnalytics { days, services, statuses }: OrdersAnalytics) -> Self {
        let all = |figure: fn(&OfStatus) -> i64| statuses.iter().map(figure).sum::<i64>();
        let completed =
            statuses.iter().filter(|row| COMPLETED.contains(&row.status)).map(|row| row.orders).sum();
        Self {
            monthly_trends: months(&days),
            weekly_trends: weeks(&days),
            service_breakdown: services.into_iter().map(AnalyticsService::from).collect(),
            status_trends: statuses.iter().map(|row| (row.status.to_string(), row.orders)).collect(),
            avg_completion_days: Decimal::mean_days(all(|row| row.micros), all(|row| row.finished)),
            conversion_rate: Decimal::percent(completed, all(|row| row.orders)),
        }
    }
}

impl From<OfService> for AnalyticsService {
    fn from(OfService { service, orders, revenue_cents }: OfService) -> Self {
        let revenue = Amount::cents(revenue_cents);
        Self { service_type: service, count: orders, total_revenue: revenue, revenue }
    }
}
