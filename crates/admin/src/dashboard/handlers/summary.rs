//! `GET /api/v1/admin-management/dashboard/metrics/summary`

use std::collections::BTreeMap;

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::OrderStatus;
use tally_http::{Amount, Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::dashboard::repository::{
    orders_by_status::StatusOrders,
    payments_by_status::StatusPayments,
    summary::{self, Summary},
    tickets::Tickets,
};

static POLICY: Policy = Policy::new(
    "admin.summary",
    300,
    &[Reads::Scoped("orders"), Reads::Scoped("payments"), Reads::Scoped("tickets")],
)
.warm();

const IN_PROGRESS: [OrderStatus; 5] = [
    OrderStatus::InProgress,
    OrderStatus::Assigned,
    OrderStatus::UnderEditing,
    OrderStatus::Submitted,
    OrderStatus::UnderReview,
];
const ON_REVISION: [OrderStatus; 4] = [
    OrderStatus::OnRevision,
    OrderStatus::RevisionRequested,
    OrderStatus::RevisionInProgress,
    OrderStatus::Revised,
];

/// Orders, tickets and income in single figures.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DashboardSummary {
    total_orders: i64,
    orders_by_status: BTreeMap<String, i64>,
    total_revenue: Amount,
    paid_orders_count: i64,
    unpaid_orders_count: i64,
    /// Placed in the last 7 days.
    recent_orders_count: i64,
    orders_in_progress: i64,
    orders_on_revision: i64,
    disputed_orders: i64,
    total_tickets: i64,
    open_tickets_count: i64,
    closed_tickets_count: i64,
    amount_paid_today: Amount,
    income_this_week: Amount,
    income_2weeks: Amount,
    income_monthly: Amount,
}

impl DashboardSummary {
    pub(super) fn of(orders: &[StatusOrders], payments: &[StatusPayments], tickets: &Tickets) -> Self {
        let all = |figure: fn(&StatusOrders) -> i64| orders.iter().map(figure).sum::<i64>();
        let income = |figure: fn(&StatusPayments) -> i64| Amount::cents(payments.iter().map(figure).sum());
        let Tickets { all: total_tickets, open, closed } = *tickets;
        Self {
            total_orders: all(|row| row.orders),
            orders_by_status: orders.iter().map(|row| (row.status.to_string(), row.orders)).collect(),
            total_revenue: Amount::cents(all(|row| row.revenue_cents)),
            paid_orders_count: all(|row| row.paid),
            unpaid_orders_count: all(|row| row.orders - row.paid),
            recent_orders_count: all(|row| row.last_week),
            orders_in_progress: orders_in(orders, &IN_PROGRESS),
            orders_on_revision: orders_in(orders, &ON_REVISION),
            disputed_orders: orders_in(orders, &[OrderStatus::Disputed]),
            total_tickets,
            open_tickets_count: open,
            closed_tickets_count: closed,
            amount_paid_today: income(|row| row.today_cents),
            income_this_week: income(|row| row.week_cents),
            income_2weeks: income(|row| row.two_weeks_cents),
            income_monthly: income(|row| row.month_cents),
        }
    }
}

/// Orders of any of these statuses.
pub(crate) fn orders_in(rows: &[StatusOrders], statuses: &[OrderStatus]) -> i64 {
    rows.iter().filter(|row| statuses.contains(&row.status)).map(|row| row.orders).sum()
}

impl From<Summary> for DashboardSummary {
    fn from(Summary { orders, payments, tickets }: Summary) -> Self {
        Self::of(&orders, &payments, &tickets)
    }
}

/// Orders, tickets and income in single figures
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/metrics/summary",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = DashboardSummary), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_dashboard_summary(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<DashboardSummary>> {
    let (scope, now) = (admin.scope, clock.now());
    let load = move || async move { summary::load(db.reads(), scope, now).await.map(Into::into) };
    admin.answer(&POLICY).load(load).await
}
