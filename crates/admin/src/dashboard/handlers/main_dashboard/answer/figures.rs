use std::collections::BTreeMap;

use serde::Serialize;
use tally_entity::{OrderStatus, PaymentStatus, Role};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::dashboard::{
    handlers::summary::orders_in,
    repository::{
        disputes::Disputes,
        orders_by_status::StatusOrders,
        payments_by_status::StatusPayments,
        reminders::{Sent, Settings},
        users_by_role::RoleUsers,
    },
};

/// Those who work with orders; admins are not counted here.
const COUNTED: [Role; 4] = [Role::Writer, Role::Editor, Role::Support, Role::Client];

/// The figures of the first row of tiles. There must be no figure of tickets among them: the existing frontend
/// would take it for the total.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DashboardStats {
    total_users: i64,
    active_users: i64,
    suspended_users: i64,
    total_orders: i64,
    completed_orders: i64,
    pending_orders: i64,
    total_revenue: Amount,
    total_disputes: i64,
    resolved_disputes: i64,
    paid_orders_count: i64,
    unpaid_orders_count: i64,
}

impl DashboardStats {
    pub(super) fn of(people: &DashboardPeople, orders: &[StatusOrders], disputes: &Disputes) -> Self {
        let DashboardPeople { total_writers, total_editors, total_support, total_clients, suspended_users } =
            *people;
        let Disputes { all: total_disputes, resolved, open: _, in_progress: _ } = *disputes;
        let all = |figure: fn(&StatusOrders) -> i64| orders.iter().map(figure).sum::<i64>();
        let total_users = total_writers + total_editors + total_support + total_clients;
        Self {
            total_users,
            active_users: total_users - suspended_users,
            suspended_users,
            total_orders: all(|row| row.orders),
            completed_orders: orders_in(orders, &[OrderStatus::Completed]),
            pending_orders: orders_in(orders, &[OrderStatus::Pending]),
            total_revenue: Amount::cents(all(|row| row.revenue_cents)),
            total_disputes,
            resolved_disputes: resolved,
            paid_orders_count: all(|row| row.paid),
            unpaid_orders_count: all(|row| row.orders - row.paid),
        }
    }
}

/// People by what they do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DashboardPeople {
    total_writers: i64,
    total_editors: i64,
    total_support: i64,
    total_clients: i64,
    /// Of those four.
    suspended_users: i64,
}

impl DashboardPeople {
    pub(super) fn of(roles: &[RoleUsers]) -> Self {
        let users = |role| roles.iter().filter(|row| row.role == role).map(|row| row.users).sum();
        Self {
            total_writers: users(Role::Writer),
            total_editors: users(Role::Editor),
            total_support: users(Role::Support),
            total_clients: users(Role::Client),
            suspended_users: roles
                .iter()
                .filter(|row| COUNTED.contains(&row.role))
                .map(|row| row.suspended)
                .sum(),
        }
    }
}

/// Payment reminders, the notices of deletion that end them, and what went out.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DashboardReminders {
    total_reminder_configs: i64,
    active_reminder_configs: i64,
    total_deletion_messages: i64,
    active_deletion_messages: i64,
    total_sent_reminders: i64,
    /// In the last 7 days.
    recent_sent_reminders: i64,
}

impl DashboardReminders {
    pub(super) fn of(configs: &Settings, messages: &Settings, sent: &Sent) -> Self {
        let Sent { all, recent } = *sent;
        Self {
            total_reminder_configs: configs.all,
            active_reminder_configs: configs.active,
            total_deletion_messages: messages.all,
            active_deletion_messages: messages.active,
            total_sent_reminders: all,
            recent_sent_reminders: recent,
        }
    }
}

/// Orders of one status.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DashboardStatus {
    count: i64,
    /// Of the paid ones.
    revenue: Amount,
}

pub(super) fn breakdown(orders: &[StatusOrders]) -> BTreeMap<String, DashboardStatus> {
    let of =
        |row: &StatusOrders| DashboardStatus { count: row.orders, revenue: Amount::cents(row.revenue_cents) };
    orders.iter().map(|row| (row.status.to_string(), of(row))).collect()
}

/// What wants somebody's hand.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DashboardHealth {
    overdue_orders: i64,
    unassigned_orders: i64,
}

impl DashboardHealth {
    pub(super) fn of(orders: &[StatusOrders]) -> Self {
        Self {
            overdue_orders: orders.iter().map(|row| row.overdue).sum(),
            unassigned_orders: orders.iter().map(|row| row.unassigned).sum(),
        }
    }
}

/// Payments of every kind.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DashboardPayments {
    total_payments: i64,
    completed_payments: i64,
    pending_payments: i64,
    failed_payments: i64,
    /// Whatever became of them.
    total_amount: Amount,
}

impl DashboardPayments {
    pub(super) fn of(payments: &[StatusPayments]) -> Self {
        let of = |status| payments.iter().filter(|row| row.status == status).map(|row| row.payments).sum();
        Self {
            total_payments: payments.iter().map(|row| row.payments).sum(),
            completed_payments: of(PaymentStatus::Completed),
            pending_payments: of(PaymentStatus::Pending),
            failed_payments: of(PaymentStatus::Failed),
            total_amount: Amount::cents(payments.iter().map(|row| row.cents).sum()),
        }
    }
}
