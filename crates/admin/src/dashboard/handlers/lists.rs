//! Rows of the main dashboard's lists. The superadmin's dashboard shows the same.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::OrderStatus;
use tally_http::Amount;
use utoipa::ToSchema;

use crate::dashboard::repository::{
    recent_orders::RecentOrder, revenue_trends::RevenueDay, top_clients::TopClient, top_writers::TopWriter,
};

/// Characters of a topic before it is cut.
const TOPIC: usize = 50;

/// An order, in a line.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecentOrderRow {
    id: i64,
    /// Cut after 50 characters, then ending in `...`.
    topic: String,
    /// `N/A` when there is none.
    client: String,
    /// `Unassigned` when there is none.
    writer: String,
    #[schema(value_type = String)]
    status: OrderStatus,
    total_price: Amount,
    is_paid: bool,
    created_at: DateTime<Utc>,
    website: String,
}

impl From<RecentOrder> for RecentOrderRow {
    fn from(row: RecentOrder) -> Self {
        let RecentOrder {
            id,
            topic,
            client,
            writer,
            status,
            total_price_cents,
            is_paid,
            created_at,
            website,
        } = row;
        Self {
            id: id.0,
            topic: cut(topic),
            client: client.unwrap_or_else(|| "N/A".to_owned()),
            writer: writer.unwrap_or_else(|| "Unassigned".to_owned()),
            status,
            total_price: Amount::cents(total_price_cents),
            is_paid,
            created_at,
            website,
        }
    }
}

fn cut(topic: String) -> String {
    match topic.char_indices().nth(TOPIC) {
        Some((end, _)) => format!("{}...", &topic[..end]),
        None => topic,
    }
}

/// A writer, and what he completed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TopWriterRow {
    id: i64,
    username: String,
    email: String,
    completed_orders: i64,
    total_earnings: Amount,
}

impl From<TopWriter> for TopWriterRow {
    fn from(row: TopWriter) -> Self {
        let TopWriter { id, username, email, completed_orders, total_earnings_cents, rating: _ } = row;
        let total_earnings = Amount::cents(total_earnings_cents);
        Self { id: id.0, username, email, completed_orders, total_earnings }
    }
}

/// A client, and what he paid.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TopClientRow {
    id: i64,
    username: String,
    email: String,
    total_spent: Amount,
    order_count: i64,
}

impl From<TopClient> for TopClientRow {
    fn from(row: TopClient) -> Self {
        let TopClient { id, username, email, first_name: _, last_name: _, total_spent_cents, orders } = row;
        let total_spent = Amount::cents(total_spent_cents);
        Self { id: id.0, username, email, total_spent, order_count: orders }
    }
}

/// A day with a paid order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RevenueRow {
    date: NaiveDate,
    revenue: Amount,
    order_count: i64,
}

impl From<RevenueDay> for RevenueRow {
    fn from(row: RevenueDay) -> Self {
        let RevenueDay { day, revenue_cents, orders } = row;
        Self { date: day, revenue: Amount::cents(revenue_cents), order_count: orders }
    }
}

/// The rows as they are sent.
pub(crate) fn rows<R: Into<T>, T>(rows: Vec<R>) -> Vec<T> {
    rows.into_iter().map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_cut_between_characters() {
        assert_eq!(cut("é".repeat(50)), "é".repeat(50));
        assert_eq!(cut("é".repeat(51)), format!("{}...", "é".repeat(50)));
    }
}
