//! `GET /api/v1/admin-management/dashboard/metrics/monthly-orders`

use axum::extract::State;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Amount, Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};
use utoipa::{IntoParams, ToSchema};

use super::calendar::{first_of, last_of};
use crate::dashboard::repository::placed_orders::{self, Placed};

static POLICY: Policy = Policy::new("admin.monthly", 300, &[Reads::Scoped("orders")]).warm();

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct MonthQuery {
    /// Which year; this one when absent.
    #[param(value_type = Option<i64>, minimum = 2000, maximum = 2100)]
    year: Option<Clamped<2000, 2100, 2000>>,
    /// Which month, from 1; the running one when absent.
    #[param(value_type = Option<i64>, minimum = 1, maximum = 12)]
    month: Option<Clamped<1, 12, 1>>,
}

/// A day of a month, with or without orders.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthlyOrdersDay {
    /// From 1.
    day: u32,
    order_count: i64,
    /// Of the paid ones.
    revenue: Amount,
}

fn month_of(placed: &[Placed], first: NaiveDate, last: NaiveDate) -> Vec<MonthlyOrdersDay> {
    let row = |date: NaiveDate| {
        let placed = placed.iter().find(|placed| placed.since == date);
        MonthlyOrdersDay {
            day: date.day(),
            order_count: placed.map_or(0, |placed| placed.orders),
            revenue: Amount::cents(placed.map_or(0, |placed| placed.revenue_cents)),
        }
    };
    first.iter_days().take_while(|date| *date <= last).map(row).collect()
}

/// Orders of a month, day by day
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/metrics/monthly-orders",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, MonthQuery),
    responses((status = OK, body = Vec<MonthlyOrdersDay>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_monthly_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<MonthQuery>,
) -> ApiResult<Answer<Vec<MonthlyOrdersDay>>> {
    let (scope, now) = (admin.scope, clock.now());
    let year = query.year.and_then(|year| year.0.try_into().ok()).unwrap_or_else(|| now.year());
    let month = query.month.map_or_else(|| now.month(), Clamped::get);
    let (first, last) = (first_of(year, month), last_of(year, month));
    let load = move || async move {
        let placed = placed_orders::by_day(db.reads(), scope, Period::of_days(first, last)).await?;
        Ok(month_of(&placed, first, last))
    };
    admin.answer(&POLICY).with(year).with(month).load(load).await
}
