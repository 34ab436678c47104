//! From groups of rows to figures.

use serde::Serialize;
use tally_entity::{OrderStatus, PaymentStatus, Role, payment::rules::INCOME};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::{
    dashboard::repository::{
        disputes::Disputes, orders_by_status::StatusOrders, payments_by_status::StatusPayments,
        tickets::Tickets, users_by_role::RoleUsers,
    },
    superadmin::repository::dashboard::Tips,
};

fn sum<R>(rows: &[R], figure: impl Fn(&R) -> i64) -> i64 {
    rows.iter().map(figure).sum()
}

/// People who can sign in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuperadminPeople {
    /// Of every role.
    total_users: i64,
    total_admins: i64,
    total_support: i64,
    total_editors: i64,
    total_writers: i64,
    total_clients: i64,
    suspended_users: i64,
    active_users: i64,
}

impl SuperadminPeople {
    pub(super) fn of(users: &[RoleUsers]) -> Self {
        let of = |role| sum(users, |row| if row.role == role { row.users } else { 0 });
        Self {
            total_users: sum(users, |row| row.users),
            total_admins: of(Role::Admin),
            total_support: of(Role::Support),
            total_editors: of(Role::Editor),
            total_writers: of(Role::Writer),
            total_clients: of(Role::Client),
            suspended_users: sum(users, |row| row.suspended),
            active_users: sum(users, |row| row.active),
        }
    }
}

/// Money that came in, waits and went back.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuperadminMoney {
    /// Of payments that are income.
    total_revenue: Amount,
    /// What people asked to be paid and were not yet.
    pending_payouts: Amount,
    /// The sum of payments of status completed.
    completed_payments: Amount,
    /// How many payments failed.
    failed_payments: i64,
    total_refunds: Amount,
}

impl SuperadminMoney {
    pub(super) fn of(payments: &[StatusPayments], waiting_payouts_cents: i64, refunded_cents: i64) -> Self {
        let cents = |statuses: &[PaymentStatus]| {
            Amount::cents(sum(payments, |row| if statuses.contains(&row.status) { row.cents } else { 0 }))
        };
        let failed =
            |row: &StatusPayments| if row.status == PaymentStatus::Failed { row.payments } else { 0 };
        Self {
            total_revenue: cents(&INCOME),
            pending_payouts: Amount::cents(waiting_payouts_cents),
            completed_payments: cents(&[PaymentStatus::Completed]),
            failed_payments: sum(payments, failed),
            total_refunds: Amount::cents(refunded_cents),
        }
    }
}

/// Orders by status.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuperadminOrders {
    total_orders: i64,
    in_progress: i64,
    completed: i64,
    disputed: i64,
    canceled: i64,
    cancelled: i64,
    pending: i64,
    submitted: i64,
    available: i64,
    /// Of paid orders.
    avg_order_value: Option<Amount>,
    /// Of paid orders.
    total_revenue_orders: Amount,
}

impl SuperadminOrders {
    pub(super) fn of(orders: &[StatusOrders]) -> Self {
        let of = |status| sum(orders, |row| if row.status == status { row.orders } else { 0 });
        let revenue_cents = sum(orders, |row| row.revenue_cents);
        Self {
            total_orders: sum(orders, |row| row.orders),
            in_progress: of(OrderStatus::InProgress),
            completed: of(OrderStatus::Completed),
            disputed: of(OrderStatus::Disputed),
            canceled: of(OrderStatus::Cancelled),
            cancelled: of(OrderStatus::Cancelled),
            pending: of(OrderStatus::Pending),
            submitted: of(OrderStatus::Submitted),
            available: of(OrderStatus::Available),
            avg_order_value: Amount::mean(revenue_cents, sum(orders, |row| row.paid)),
            total_revenue_orders: Amount::cents(revenue_cents),
        }
    }
}

/// What clients and writers complain and ask about.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuperadminCases {
    total_disputes: i64,
    resolved_disputes: i64,
    /// Nobody looks into them yet.
    pending_disputes: i64,
    in_progress_disputes: i64,
    total_tickets: i64,
    open_tickets: i64,
    closed_tickets: i64,
}

impl SuperadminCases {
    pub(super) fn of(disputes: &Disputes, tickets: &Tickets) -> Self {
        let Disputes { all: total_disputes, resolved, open, in_progress } = *disputes;
        let Tickets { all: total_tickets, open: open_tickets, closed } = *tickets;
        Self {
            total_disputes,
            resolved_disputes: resolved,
            pending_disputes: open,
            in_progress_disputes: in_progress,
            total_tickets,
            open_tickets,
            closed_tickets: closed,
        }
    }
}

/// What clients gave besides.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuperadminTips {
    total_tips: i64,
    total_tip_amount: Amount,
    completed_tips: i64,
}

impl From<Tips> for SuperadminTips {
    fn from(row: Tips) -> Self {
        let Tips { all, cents, completed } = row;
        Self { total_tips: all, total_tip_amount: Amount::cents(cents), completed_tips: completed }
    }
}

/// What is new and what is stuck.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuperadminHealth {
    orders_last_24h: i64,
    orders_last_7d: i64,
    new_users_last_24h: i64,
    new_users_last_7d: i64,
    overdue_orders: i64,
    /// Available or pending, and without a writer.
    unassigned_orders: i64,
}

impl SuperadminHealth {
    pub(super) fn of(orders: &[StatusOrders], users: &[RoleUsers]) -> Self {
        Self {
            orders_last_24h: sum(orders, |row| row.last_day),
            orders_last_7d: sum(orders, |row| row.last_week),
            new_users_last_24h: sum(users, |row| row.last_day),
            new_users_last_7d: sum(users, |row| row.last_week),
            overdue_orders: sum(orders, |row| row.overdue),
            unassigned_orders: sum(orders, |row| row.unassigned),
        }
    }
}
