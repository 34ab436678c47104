//! What the orders dashboard shows.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use tally_entity::OrderStatus;
use tally_http::Amount;
use utoipa::ToSchema;

use crate::orders::repository::dashboard::{OrdersDashboard, PlacedWeek, StatusOrders};

const PENDING: [OrderStatus; 3] = [OrderStatus::Pending, OrderStatus::Available, OrderStatus::Unpaid];
const IN_PROGRESS: [OrderStatus; 3] =
    [OrderStatus::InProgress, OrderStatus::Assigned, OrderStatus::OnRevision];
const COMPLETED: [OrderStatus; 3] = [OrderStatus::Completed, OrderStatus::Reviewed, OrderStatus::Closed];
const CANCELLED: [OrderStatus; 2] = [OrderStatus::Cancelled, OrderStatus::Refunded];

/// Orders by where they stand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrdersDashboardAnswer {
    summary: OrdersSummary,
    /// How many could go where, once more.
    transition_counts: OrderTransitionCounts,
    status_breakdown: BTreeMap<String, i64>,
    /// Weeks with an order, of the last 52.
    weekly_trends: Vec<OrdersWeek>,
}

/// Groups of statuses first, then single ones.
#[derive(Debug, Serialize, ToSchema)]
struct OrdersSummary {
    total_orders: i64,
    pending_orders: i64,
    in_progress_orders: i64,
    completed_orders: i64,
    cancelled_orders: i64,
    needs_assignment: i64,
    overdue_orders: i64,
    stuck_orders: i64,
    /// Placed in the last 30 days.
    recent_orders: i64,
    avg_order_value: Option<Amount>,
    /// Of the completed ones.
    total_revenue: Amount,
    submitted_orders: i64,
    revision_requested_orders: i64,
    disputed_orders: i64,
    available_orders: i64,
    on_hold_orders: i64,
    under_editing_orders: i64,
    unpaid_orders: i64,
    paid_orders: i64,
    #[serde(flatten)]
    transitions: OrderTransitionCounts,
}

/// How many orders could go where; whether they are paid or have a writer is not looked at.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the names are those of the contract")]
struct OrderTransitionCounts {
    can_transition_to_in_progress: i64,
    can_transition_to_submitted: i64,
    can_transition_to_completed: i64,
    can_transition_to_cancelled: i64,
    can_transition_to_on_hold: i64,
    can_transition_to_available: i64,
    can_transition_to_revision_requested: i64,
    can_transition_to_disputed: i64,
    can_transition_to_under_editing: i64,
    can_transition_to_closed: i64,
    can_transition_to_reopened: i64,
}

/// A week with an order.
#[derive(Debug, Serialize, ToSchema)]
struct OrdersWeek {
    /// Its Monday.
    week: NaiveDate,
    count: i64,
}

impl From<OrdersDashboard> for OrdersDashboardAnswer {
    fn from(OrdersDashboard { statuses, weeks }: OrdersDashboard) -> Self {
        let transitions = OrderTransitionCounts::of(&statuses);
        Self {
            summary: OrdersSummary::of(&statuses, transitions),
            transition_counts: transitions,
            status_breakdown: statuses.iter().map(|row| (row.status.to_string(), row.orders)).collect(),
            weekly_trends: weeks.into_iter().map(OrdersWeek::from).collect(),
        }
    }
}

impl From<PlacedWeek> for OrdersWeek {
    fn from(PlacedWeek { week, orders }: PlacedWeek) -> Self {
        Self { week, count: orders }
    }
}

impl OrdersSummary {
    fn of(rows: &[StatusOrders], transitions: OrderTransitionCounts) -> Self {
        let all = |figure: fn(&StatusOrders) -> i64| rows.iter().map(figure).sum::<i64>();
        let group = |statuses: &[OrderStatus], figure: fn(&StatusOrders) -> i64| {
            rows.iter().filter(|row| statuses.contains(&row.status)).map(figure).sum::<i64>()
        };
        let orders = |statuses: &[OrderStatus]| group(statuses, |row| row.orders);
        let total_orders = all(|row| row.orders);
        let paid_orders = all(|row| row.paid);
        Self {
            total_orders,
            pending_orders: orders(&PENDING),
            in_progress_orders: orders(&IN_PROGRESS),
            completed_orders: orders(&COMPLETED),
            cancelled_orders: orders(&CANCELLED),
            needs_assignment: all(|row| row.needs_assignment),
            overdue_orders: all(|row| row.overdue),
            stuck_orders: all(|row| row.stuck),
            recent_orders: all(|row| row.recent),
            avg_order_value: Amount::mean(all(|row| row.cents), total_orders),
            total_revenue: Amount::cents(group(&COMPLETED, |row| row.cents)),
            submitted_orders: orders(&[OrderStatus::Submitted]),
            revision_requested_orders: orders(&[OrderStatus::RevisionRequested]),
            disputed_orders: orders(&[OrderStatus::Disputed]),
            available_orders: orders(&[OrderStatus::Available]),
            on_hold_orders: orders(&[OrderStatus::OnHold]),
            under_editing_orders: orders(&[OrderStatus::UnderEditing]),
            unpaid_orders: total_orders - paid_orders,
            paid_orders,
            transitions,
        }
    }
}

impl OrderTransitionCounts {
    fn of(rows: &[StatusOrders]) -> Self {
        let to = |status: OrderStatus| {
            rows.iter().filter(|row| row.status.may_become(status)).map(|row| row.orders).sum()
        };
        Self {
            can_transition_to_in_progress: to(OrderStatus::InProgress),
            can_transition_to_submitted: to(OrderStatus::Submitted),
            can_transition_to_completed: to(OrderStatus::Completed),
            can_transition_to_cancelled: to(OrderStatus::Cancelled),
            can_transition_to_on_hold: to(OrderStatus::OnHold),
            can_transition_to_available: to(OrderStatus::Available),
            can_transition_to_revision_requested: to(OrderStatus::RevisionRequested),
            can_transition_to_disputed: to(OrderStatus::Disputed),
            can_transition_to_under_editing: to(OrderStatus::UnderEditing),
            can_transition_to_closed: to(OrderStatus::Closed),
            can_transition_to_reopened: to(OrderStatus::ReOpened),
        }
    }
}
