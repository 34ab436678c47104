//! What the analytics of a period show.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_http::{Amount, Decimal};
use tally_kernel::Period;
use utoipa::ToSchema;

use super::insights::{Insight, WEEK, insights};
use crate::dashboard::{
    handlers::lists::rows,
    repository::{
        enhanced::{Clients, Enhanced, OrderDay},
        top_writers::TopWriter,
    },
};

/// Orders of a period, and what they suggest.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EnhancedAnswer {
    period_days: i64,
    start_date: DateTime<Utc>,
    /// The first instant outside.
    end_date: DateTime<Utc>,
    /// Days with an order.
    daily_trends: Vec<EnhancedDay>,
    /// Days with a paid order.
    revenue_trends: Vec<EnhancedRevenue>,
    writer_performance: Vec<EnhancedWriter>,
    client_metrics: EnhancedClients,
    predictions: EnhancedPrediction,
    insights: Vec<Insight>,
}

/// A day with an order.
#[derive(Debug, Serialize, ToSchema)]
struct EnhancedDay {
    date: NaiveDate,
    total_orders: i64,
    completed_orders: i64,
    /// Of the paid ones.
    revenue: Amount,
    completion_rate: Decimal,
}

/// A day with a paid order.
#[derive(Debug, Serialize, ToSchema)]
struct EnhancedRevenue {
    date: NaiveDate,
    revenue: Amount,
    /// Paid ones.
    order_count: i64,
}

/// A writer, and what he completed of the period's orders.
#[derive(Debug, Serialize, ToSchema)]
struct EnhancedWriter {
    writer_id: i64,
    writer_username: String,
    completed_orders: i64,
    total_earnings: Amount,
}

/// The clients of the period.
#[derive(Debug, Serialize, ToSchema)]
struct EnhancedClients {
    total_active_clients: i64,
    /// With more than one order in the period.
    repeat_clients: i64,
    retention_rate: Decimal,
    avg_orders_per_client: Decimal,
    avg_spend_per_client: Amount,
}

/// What may come.
#[derive(Debug, Serialize, ToSchema)]
struct EnhancedPrediction {
    predicted_revenue_next_week: Amount,
    /// `low` when there are too few days to tell, else `medium`.
    confidence: &'static str,
}

impl EnhancedAnswer {
    pub(super) fn of(found: Enhanced, period_days: i64, Period { from, until }: Period) -> Self {
        let Enhanced { days, writers, clients } = found;
        Self {
            period_days,
            start_date: from,
            end_date: until,
            daily_trends: days.iter().map(EnhancedDay::from).collect(),
            revenue_trends: days.iter().filter(|day| day.paid > 0).map(EnhancedRevenue::from).collect(),
            writer_performance: rows(writers),
            predictions: EnhancedPrediction::of(&days),
            insights: insights(&days, &clients),
            client_metrics: clients.into(),
        }
    }
}

impl From<&OrderDay> for EnhancedDay {
    fn from(row: &OrderDay) -> Self {
        let OrderDay { day, orders, completed, paid: _, revenue_cents } = *row;
        Self {
            date: day,
            total_orders: orders,
            completed_orders: completed,
            revenue: Amount::cents(revenue_cents),
            completion_rate: Decimal::percent(completed, orders),
        }
    }
}

impl From<&OrderDay> for EnhancedRevenue {
    fn from(row: &OrderDay) -> Self {
        let OrderDay { day, orders: _, completed: _, paid, revenue_cents } = *row;
        Self { date: day, revenue: Amount::cents(revenue_cents), order_count: paid }
    }
}

impl From<TopWriter> for EnhancedWriter {
    fn from(row: TopWriter) -> Self {
        let TopWriter { id, username, email: _, completed_orders, total_earnings_cents, rating: _ } = row;
        let total_earnings = Amount::cents(total_earnings_cents);
        Self { writer_id: id.0, writer_username: username, completed_orders, total_earnings }
    }
}

impl From<Clients> for EnhancedClients {
    fn from(row: Clients) -> Self {
        let Clients { all, repeating, orders, spent_cents } = row;
        Self {
            total_active_clients: all,
            repeat_clients: repeating,
            retention_rate: Decimal::percent(repeating, all),
            avg_orders_per_client: Decimal::mean(orders, all).unwrap_or_default(),
            avg_spend_per_client: Amount::mean(spent_cents, all).unwrap_or_default(),
        }
    }
}

impl EnhancedPrediction {
    /// A week like the last one that brought something in on each of its days.
    fn of(days: &[OrderDay]) -> Self {
        let last: Vec<_> =
            days.iter().rev().filter(|day| day.paid > 0).take(WEEK).map(|day| day.revenue_cents).collect();
        if last.len() < WEEK {
            return Self { predicted_revenue_next_week: Amount::default(), confidence: "low" };
        }
        let predicted_revenue_next_week = Amount::cents(last.iter().sum());
        Self { predicted_revenue_next_week, confidence: "medium" }
    }
}
