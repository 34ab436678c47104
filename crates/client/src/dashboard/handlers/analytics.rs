//! `GET /api/v1/client-management/dashboard/analytics`

use std::cmp::Reverse;

use axum::extract::State;
use chrono::NaiveDate;
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Amount, Answer, ApiResult, Decimal, Params, Problems, RefreshQuery, access::CLIENT};
use tally_kernel::{Clock, Period};
use utoipa::ToSchema;

use super::days::DaysQuery;
use crate::dashboard::repository::analytics::{self, Analytics, Group};

static POLICY: Policy = Policy::new(
    "client.analytics",
    300,
    &[Reads::Own("orders", "client_id"), Reads::Whole("payments"), Reads::Whole("work_types")],
);

/// A client's orders of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientAnalytics {
    /// Oldest first; only days with orders.
    order_trends: Vec<OrdersOfDay>,
    /// Oldest first; only days whose orders something was paid for.
    spending_trends: Vec<SpendingOfDay>,
    /// The most frequent first.
    service_breakdown: Vec<OrdersOfService>,
    avg_completion_days: Option<Decimal>,
    /// The share of orders that are being done again.
    revision_rate: Decimal,
}

/// The orders placed on a day.
#[derive(Debug, Serialize, ToSchema)]
struct OrdersOfDay {
    date: NaiveDate,
    count: i64,
    spend: Amount,
}

/// What was paid for the orders of a day.
#[derive(Debug, Serialize, ToSchema)]
struct SpendingOfDay {
    date: NaiveDate,
    total: Amount,
    /// Those of its orders that something was paid for.
    order_count: i64,
}

/// The orders of a kind of work.
#[derive(Debug, Serialize, ToSchema)]
struct OrdersOfService {
    /// "Unknown" for orders without one.
    service_type: String,
    count: i64,
    total_spend: Amount,
}

impl From<Analytics> for ClientAnalytics {
    fn from(found: Analytics) -> Self {
        let Analytics { days, work_types, all } = found;
        let paid = days.iter().filter(|(_, group)| group.cents > 0);
        let mut services: Vec<_> = work_types.into_iter().map(OrdersOfService::from).collect();
        services
            .sort_by(|a, b| (Reverse(a.count), &a.service_type).cmp(&(Reverse(b.count), &b.service_type)));
        Self {
            spending_trends: paid
                .map(|(date, group)| SpendingOfDay {
                    date: *date,
                    total: Amount::cents(group.cents),
                    order_count: group.paid_orders,
                })
                .collect(),
            order_trends: days
                .into_iter()
                .map(|(date, group)| OrdersOfDay {
                    date,
                    count: group.orders,
                    spend: Amount::cents(group.cents),
                })
                .collect(),
            service_breakdown: services,
            avg_completion_days: all.as_ref().and_then(|all| Decimal::mean_days(all.micros, all.completed)),
            revision_rate: all
                .map_or_else(Decimal::default, |all| Decimal::percent(all.in_revision, all.orders)),
        }
    }
}

impl From<Group> for OrdersOfService {
    fn from(group: Group) -> Self {
        let service_type = group.work_type.unwrap_or_else(|| "Unknown".to_owned());
        Self { service_type, count: group.orders, total_spend: Amount::cents(group.cents) }
    }
}

/// The caller's orders of a period by day and by kind of work
#[utoipa::path(
    get,
    path = "/client-management/dashboard/analytics",
    tag = "client",
    params(RefreshQuery, DaysQuery),
    responses((status = OK, body = ClientAnalytics), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_client_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Own<Client>,
    Params(DaysQuery { days }): Params<DaysQuery>,
) -> ApiResult<Answer<ClientAnalytics>> {
    let (me, period) = (client.id, Period::last_days(days.get(), clock.now()));
    let load = move || async move { Ok(analytics::load(db.reads(), me, period).await?.into()) };
    client.answer(&POLICY).with(days).load(load).await
}
