//! `GET /api/v1/admin-management/advanced-analytics/comparison`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Amount, Answer, ApiResult, Decimal, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};
use utoipa::ToSchema;

use super::compare::PeriodsQuery;
use crate::dashboard::repository::{
    advanced::completed,
    compare::{self, PeriodOrders},
};

static POLICY: Policy = Policy::new("admin.advanced_comparison", 600, &[Reads::Scoped("orders")]);

/// Two periods side by side.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvancedComparison {
    period1: AdvancedPeriod,
    period2: AdvancedPeriod,
    changes: AdvancedChanges,
}

/// One of the periods.
#[derive(Debug, Serialize, ToSchema)]
struct AdvancedPeriod {
    days: i64,
    start_date: DateTime<Utc>,
    /// The first instant outside.
    end_date: DateTime<Utc>,
    revenue: Amount,
    completed_orders: i64,
    total_orders: i64,
}

/// How the first period differs from the second; percentages are 0 when that has nothing.
#[derive(Debug, Serialize, ToSchema)]
struct AdvancedChanges {
    revenue_change_percent: Decimal,
    completed_change_percent: Decimal,
    orders_change_percent: Decimal,
    revenue_change_amount: Amount,
}

impl AdvancedComparison {
    fn of(found: &PeriodOrders, (later, days1): (Period, i64), (earlier, days2): (Period, i64)) -> Self {
        let PeriodOrders { orders1, orders2, completed1, completed2, revenue1_cents, revenue2_cents } =
            *found;
        let period = |Period { from, until }, days, cents, completed_orders, total_orders| AdvancedPeriod {
            days,
            start_date: from,
            end_date: until,
            revenue: Amount::cents(cents),
            completed_orders,
            total_orders,
        };
        Self {
            period1: period(later, days1, revenue1_cents, completed1, orders1),
            period2: period(earlier, days2, revenue2_cents, completed2, orders2),
            changes: AdvancedChanges {
                revenue_change_percent: Decimal::change(revenue1_cents, revenue2_cents),
                completed_change_percent: Decimal::change(completed1, completed2),
                orders_change_percent: Decimal::change(orders1, orders2),
                revenue_change_amount: Amount::cents(revenue1_cents - revenue2_cents),
            },
        }
    }
}

/// Two periods side by side, by completed orders
#[utoipa::path(
    get,
    path = "/admin-management/advanced-analytics/comparison",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, PeriodsQuery),
    responses((status = OK, body = AdvancedComparison), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_advanced_comparison(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(PeriodsQuery { period1_days, period2_days }): Params<PeriodsQuery>,
) -> ApiResult<Answer<AdvancedComparison>> {
    let scope = admin.scope;
    let later = Period::last_days(period1_days.get(), clock.now());
    let earlier = later.before(period2_days.get());
    let load = move || async move {
        let found = compare::orders(db.reads(), scope, later, earlier, completed()).await?;
        Ok(AdvancedComparison::of(&found, (later, period1_days.0), (earlier, period2_days.0)))
    };
    admin.answer(&POLICY).with(period1_days).with(period2_days).load(load).await
}
