//! `GET /api/v1/admin-management/dashboard/metrics/yearly-orders` and `…/yearly-earnings`

use axum::extract::State;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Amount, Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};
use utoipa::{IntoParams, ToSchema};

use super::calendar::{first_of, last_of};
use crate::dashboard::repository::placed_orders::{self, Placed};

static POLICY: Policy = Policy::new("admin.yearly", 300, &[Reads::Scoped("orders")]).warm();

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct YearQuery {
    /// Which year; this one when absent.
    #[param(value_type = Option<i64>, minimum = 2000, maximum = 2100)]
    year: Option<Clamped<2000, 2100, 2000>>,
}

impl YearQuery {
    fn year(&self, now: DateTime<Utc>) -> i32 {
        self.year.and_then(|year| year.0.try_into().ok()).unwrap_or_else(|| now.year())
    }
}

/// A month of a year, with or without orders.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct YearlyOrdersMonth {
    /// From 1.
    month: u32,
    month_name: &'static str,
    order_count: i64,
    /// Of the paid ones.
    revenue: Amount,
}

fn year_of(placed: &[Placed], year: i32) -> Vec<YearlyOrdersMonth> {
    let row = |(month, month_name)| {
        let first: NaiveDate = first_of(year, month);
        let placed = placed.iter().find(|placed| placed.since == first);
        YearlyOrdersMonth {
            month,
            month_name,
            order_count: placed.map_or(0, |placed| placed.orders),
            revenue: Amount::cents(placed.map_or(0, |placed| placed.revenue_cents)),
        }
    };
    (1..).zip(MONTHS).map(row).collect()
}

/// Orders of a year, month by month
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/metrics/yearly-orders",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, YearQuery),
    responses((status = OK, body = Vec<YearlyOrdersMonth>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_yearly_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<YearQuery>,
) -> ApiResult<Answer<Vec<YearlyOrdersMonth>>> {
    let (scope, year) = (admin.scope, query.year(clock.now()));
    let period = Period::of_days(first_of(year, 1), last_of(year, 12));
    let load = move || async move {
        let placed = placed_orders::by_month(db.reads(), scope, period).await?;
        Ok(year_of(&placed, year))
    };
    admin.answer(&POLICY).with(year).load(load).await
}

/// Earnings of a year, month by month: the same answer as the orders of a year
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/metrics/yearly-earnings",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, YearQuery),
    responses((status = OK, body = Vec<YearlyOrdersMonth>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_yearly_earnings(
    db: State<Db>,
    clock: State<Clock>,
    admin: Scoped<Admin>,
    query: Params<YearQuery>,
) -> ApiResult<Answer<Vec<YearlyOrdersMonth>>> {
    get_admin_yearly_orders(db, clock, admin, query).await
}
