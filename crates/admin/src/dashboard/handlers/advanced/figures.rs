//! The parts of the advanced analytics.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use tally_entity::TicketPriority;
use tally_http::{Amount, Decimal};
use tally_kernel::{Hundredths, monday_of};
use utoipa::ToSchema;

use crate::dashboard::repository::{
    advanced::{Disputes, OrderDay, PriorityTickets, Refunds},
    service_revenue::Revenue,
    top_clients::TopClient,
    top_writers::TopWriter,
};

const MICROS_PER_HOUR: i64 = 3_600_000_000;

/// A day with a paid order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdvancedDay {
    date: NaiveDate,
    revenue: Amount,
    /// Paid ones.
    order_count: i64,
}

/// A week with an order, by its Monday.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdvancedWeek {
    week: NaiveDate,
    orders_created: i64,
    /// Of those created in the week.
    orders_completed: i64,
    revenue: Amount,
}

/// A kind of work.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdvancedService {
    /// `Unknown` for orders without one.
    service_type: String,
    revenue: Amount,
    count: i64,
}

/// A writer, and what he completed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdvancedWriter {
    writer_id: i64,
    username: String,
    completed_orders: i64,
    total_earnings: Amount,
    /// Of all time.
    avg_rating: Option<Decimal>,
}

/// A client, and what he paid.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdvancedClient {
    client_id: i64,
    username: String,
    email: String,
    /// Paid or not.
    order_count: i64,
    total_spent: Amount,
}

/// Tickets.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SupportMetrics {
    pub(super) total_tickets: i64,
    resolved_tickets: i64,
    /// Hours.
    avg_resolution_time: Option<Decimal>,
    tickets_by_priority: Vec<PriorityRow>,
}

/// The tickets of one priority.
#[derive(Debug, Serialize, ToSchema)]
struct PriorityRow {
    #[schema(value_type = Option<String>)]
    priority: Option<TicketPriority>,
    count: i64,
}

/// Disputes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DisputeMetrics {
    total_disputes: i64,
    resolved: i64,
    /// Nobody looks into them yet.
    pending: i64,
    resolution_rate: Decimal,
}

/// Refunds.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RefundMetrics {
    total_refunds: i64,
    total_amount: Amount,
    approved: i64,
    /// `approved` again.
    processed: i64,
    pending: i64,
    rejected: i64,
}

pub(super) fn daily(days: &[OrderDay]) -> Vec<AdvancedDay> {
    let paid = days.iter().filter(|day| day.paid > 0);
    paid.map(|day| AdvancedDay {
        date: day.day,
        revenue: Amount::cents(day.revenue_cents),
        order_count: day.paid,
    })
    .collect()
}

pub(super) fn weekly(days: &[OrderDay]) -> Vec<AdvancedWeek> {
    let mut weeks = BTreeMap::<NaiveDate, (i64, i64, i64)>::new();
    for day in days {
        let (created, completed, cents) = weeks.entry(monday_of(day.day)).or_default();
        *created += day.created;
        *completed += day.completed;
        *cents += day.revenue_cents;
    }
    let row = |(week, (orders_created, orders_completed, cents))| AdvancedWeek {
        week,
        orders_created,
        orders_completed,
        revenue: Amount::cents(cents),
    };
    weeks.into_iter().map(row).collect()
}

impl From<Revenue> for AdvancedService {
    fn from(row: Revenue) -> Self {
        let Revenue { label, cents, orders } = row;
        Self { service_type: label, revenue: Amount::cents(cents), count: orders }
    }
}

impl From<TopWriter> for AdvancedWriter {
    fn from(row: TopWriter) -> Self {
        let TopWriter { id, username, email: _, completed_orders, total_earnings_cents, rating } = row;
        Self {
            writer_id: id.0,
            username,
            completed_orders,
            total_earnings: Amount::cents(total_earnings_cents),
            avg_rating: rating.map(|hundredths| Hundredths(hundredths).into()),
        }
    }
}

impl From<TopClient> for AdvancedClient {
    fn from(row: TopClient) -> Self {
        let TopClient { id, username, email, first_name: _, last_name: _, total_spent_cents, orders } = row;
        let total_spent = Amount::cents(total_spent_cents);
        Self { client_id: id.0, username, email, order_count: orders, total_spent }
    }
}

impl From<Vec<PriorityTickets>> for SupportMetrics {
    fn from(rows: Vec<PriorityTickets>) -> Self {
        let all = |figure: fn(&PriorityTickets) -> i64| rows.iter().map(figure).sum::<i64>();
        let timed = all(|row| row.timed);
        Self {
            total_tickets: all(|row| row.tickets),
            resolved_tickets: all(|row| row.resolved),
            avg_resolution_time: Decimal::mean(all(|row| row.micros), timed * MICROS_PER_HOUR),
            tickets_by_priority: rows
                .iter()
                .map(|row| PriorityRow { priority: row.priority, count: row.tickets })
                .collect(),
        }
    }
}

impl From<Disputes> for DisputeMetrics {
    fn from(row: Disputes) -> Self {
        let Disputes { all, resolved, open } = row;
        let resolution_rate = Decimal::percent(resolved, all);
        Self { total_disputes: all, resolved, pending: open, resolution_rate }
    }
}

impl From<Refunds> for RefundMetrics {
    fn from(row: Refunds) -> Self {
        let Refunds { all, cents, processed, pending, rejected } = row;
        let total_amount = Amount::cents(cents);
        Self { total_refunds: all, total_amount, approved: processed, processed, pending, rejected }
    }
}
