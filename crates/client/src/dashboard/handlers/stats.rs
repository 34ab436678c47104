//! `GET /api/v1/client-management/dashboard/stats`

use std::collections::BTreeMap;

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::OrderStatus;
use tally_http::{Amount, Answer, ApiResult, Params, Problems, RefreshQuery, access::CLIENT};
use tally_kernel::{Clock, Period};
use utoipa::ToSchema;

use super::days::DaysQuery;
use crate::dashboard::repository::stats::{self, Spent, StatusOrders};

/// A payment belongs to a client by its order: it need not name him itself.
static POLICY: Policy =
    Policy::new("client.stats", 300, &[Reads::Own("orders", "client_id"), Reads::Whole("payments")]);

/// Tiles that show a number even when there is none.
const ALWAYS: [OrderStatus; 4] =
    [OrderStatus::Pending, OrderStatus::InProgress, OrderStatus::OnRevision, OrderStatus::Completed];

/// A client's orders, and what was paid for them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientStats {
    /// Placed in the period, as are the next four.
    total_orders: i64,
    orders_by_status: BTreeMap<String, i64>,
    /// `orders_by_status` again.
    status_breakdown: BTreeMap<String, i64>,
    total_spend: Amount,
    /// Of orders that something was paid for; null when there are none.
    avg_order_value: Option<Amount>,
    paid_orders_count: i64,
    unpaid_orders_count: i64,
    /// In work, whenever they were placed.
    active_orders: i64,
    /// Being done again, whenever they were placed.
    revision_requests: i64,
    /// Waiting for payment, whenever they were placed.
    pending_payments: PendingPayments,
    pending_payments_total: Amount,
    all_time: ClientTotals,
    this_month: ClientTotals,
    this_year: ClientTotals,
}

/// What waits for payment.
#[derive(Debug, Serialize, ToSchema)]
struct PendingPayments {
    total: Amount,
    count: i64,
}

/// Orders placed and money paid.
#[derive(Debug, Serialize, ToSchema)]
struct ClientTotals {
    orders: i64,
    spend: Amount,
}

impl ClientStats {
    fn new(rows: &[StatusOrders], spent: &Spent) -> Self {
        let sum = |of: fn(&StatusOrders) -> i64| rows.iter().map(of).sum::<i64>();
        let among = |is: fn(OrderStatus) -> bool, of: fn(&StatusOrders) -> i64| {
            rows.iter().filter(|row| is(row.status)).map(of).sum::<i64>()
        };
        let zeros = ALWAYS.iter().map(|status| (status.to_string(), 0));
        let found = rows.iter().filter(|row| row.placed > 0).map(|row| (row.status.to_string(), row.placed));
        let by_status: BTreeMap<_, _> = zeros.chain(found).collect();
        let (total_orders, paid_orders_count) = (sum(|row| row.placed), sum(|row| row.placed_paid));
        let owed = Amount::cents(among(is_pending, |row| row.unpaid_cents));
        let totals = |orders, cents| ClientTotals { orders, spend: Amount::cents(cents) };
        Self {
            total_orders,
            orders_by_status: by_status.clone(),
            status_breakdown: by_status,
            total_spend: Amount::cents(spent.period_cents),
            avg_order_value: Amount::mean(spent.period_cents, spent.period_orders),
            paid_orders_count,
            unpaid_orders_count: total_orders - paid_orders_count,
            active_orders: among(OrderStatus::is_in_work, |row| row.all),
            revision_requests: among(OrderStatus::is_in_revision, |row| row.all),
            pending_payments: PendingPayments { total: owed, count: among(is_pending, |row| row.unpaid) },
            pending_payments_total: owed,
            all_time: totals(sum(|row| row.all), spent.cents),
            this_month: totals(sum(|row| row.this_month), spent.month_cents),
            this_year: totals(sum(|row| row.this_year), spent.year_cents),
        }
    }
}

fn is_pending(status: OrderStatus) -> bool {
    matches!(status, OrderStatus::Created | OrderStatus::Pending | OrderStatus::Unpaid)
}

/// The caller's orders, and what was paid for them
#[utoipa::path(
    get,
    path = "/client-management/dashboard/stats",
    tag = "client",
    params(RefreshQuery, DaysQuery),
    responses((status = OK, body = ClientStats), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_client_stats(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Own<Client>,
    Params(DaysQuery { days }): Params<DaysQuery>,
) -> ApiResult<Answer<ClientStats>> {
    let (me, period) = (client.id, Period::last_days(days.get(), clock.now()));
    let load = move || async move {
        let (orders, spent) = stats::load(db.reads(), me, period).await?;
        Ok(ClientStats::new(&orders, &spent))
    };
    client.answer(&POLICY).with(days).load(load).await
}
