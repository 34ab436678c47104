//! `GET /api/v1/admin-management/dashboard/metrics/yearly-comparison`

use axum::extract::State;
use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{
    Amount, Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN, invalid_param,
};
use tally_kernel::{Clock, Period};
use utoipa::{IntoParams, ToSchema};

use super::calendar::{first_of, last_of};
use crate::dashboard::repository::yearly_comparison::{self, YearlyComparison};

static POLICY: Policy = Policy::new(
    "admin.yearly_comparison",
    300,
    &[Reads::Scoped("orders"), Reads::Scoped("class_bundles"), Reads::Scoped("users")],
)
.warm();

const DEFAULT_YEARS: i32 = 6;
const MOST_YEARS: i32 = 20;

/// Whatever a calendar can hold; how many years it may be is checked together.
type Year = Clamped<1, 9999, 1>;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct YearsQuery {
    /// The first year; five before the last one when absent.
    #[param(value_type = Option<i64>)]
    start_year: Option<Year>,
    /// The last year; this one when absent. At most 20 years in all.
    #[param(value_type = Option<i64>)]
    end_year: Option<Year>,
}

impl YearsQuery {
    fn years(&self, now: DateTime<Utc>) -> ApiResult<(i32, i32)> {
        let given = |year: Option<Year>| year.and_then(|year| i32::try_from(year.0).ok());
        let last = given(self.end_year).unwrap_or_else(|| now.year());
        let first = given(self.start_year).unwrap_or(last - DEFAULT_YEARS + 1);
        if first > last {
            return Err(invalid_param("start_year", "must not be after end_year"));
        }
        if last - first >= MOST_YEARS {
            return Err(invalid_param("start_year", format!("at most {MOST_YEARS} years can be compared")));
        }
        Ok((first, last))
    }
}

/// Years side by side.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct YearlyComparisonAnswer {
    results: Vec<ComparedYear>,
}

/// A year, with or without rows.
#[derive(Debug, Serialize, ToSchema)]
struct ComparedYear {
    year: i32,
    orders: i64,
    classes: i64,
    /// Of the paid orders.
    revenue: Amount,
    /// Who joined.
    writers: i64,
    /// Who joined.
    clients: i64,
}

impl YearlyComparisonAnswer {
    fn of(found: &YearlyComparison, first: i32, last: i32) -> Self {
        let YearlyComparison { orders, classes, people } = found;
        let row = |year| {
            let orders = orders.iter().find(|row| row.year == year);
            let people = people.iter().find(|row| row.year == year);
            ComparedYear {
                year,
                orders: orders.map_or(0, |row| row.orders),
                classes: classes.iter().find(|row| row.year == year).map_or(0, |row| row.classes),
                revenue: Amount::cents(orders.map_or(0, |row| row.revenue_cents)),
                writers: people.map_or(0, |row| row.writers),
                clients: people.map_or(0, |row| row.clients),
            }
        };
        Self { results: (first..=last).map(row).collect() }
    }
}

/// Years side by side
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/metrics/yearly-comparison",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, YearsQuery),
    responses((status = OK, body = YearlyComparisonAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_yearly_comparison(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<YearsQuery>,
) -> ApiResult<Answer<YearlyComparisonAnswer>> {
    let (scope, (first, last)) = (admin.scope, query.years(clock.now())?);
    let years = Period::of_days(first_of(first, 1), last_of(last, 12));
    let load = move || async move {
        let found = yearly_comparison::load(db.reads(), scope, years).await?;
        Ok(YearlyComparisonAnswer::of(&found, first, last))
    };
    admin.answer(&POLICY).with(first).with(last).load(load).await
}
