//! `GET /api/v1/admin-management/dashboard/analytics/compare`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{
    Amount, Answer, ApiResult, Clamped, Decimal, Params, Problems, RefreshQuery, access::ADMIN,
};
use tally_kernel::{Clock, Hundredths, Period};
use utoipa::{IntoParams, ToSchema};

use crate::dashboard::repository::compare::{self, PeriodClients, PeriodOrders};

static POLICY: Policy = Policy::new("admin.compare", 600, &[Reads::Scoped("orders"), Reads::Scoped("users")]);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeriodsQuery {
    /// Length of the period that ends now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    pub(super) period1_days: Clamped<1, 365, 30>,
    /// Length of the one before it.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    pub(super) period2_days: Clamped<1, 365, 30>,
}

/// Two periods side by side.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ComparisonAnswer {
    period1: ComparedPeriod,
    period2: ComparedPeriod,
    comparison: ComparedChanges,
}

/// One of the periods.
#[derive(Debug, Serialize, ToSchema)]
struct ComparedPeriod {
    start: DateTime<Utc>,
    /// The first instant outside.
    end: DateTime<Utc>,
    metrics: ComparedFigures,
}

/// What happened in it.
#[derive(Debug, Serialize, ToSchema)]
struct ComparedFigures {
    total_orders: i64,
    completed_orders: i64,
    revenue: Amount,
    new_clients: i64,
}

/// How the first period differs from the second.
#[derive(Debug, Serialize, ToSchema)]
struct ComparedChanges {
    orders: ComparedChange,
    completed: ComparedChange,
    revenue: ComparedChange,
    new_clients: ComparedChange,
}

/// A difference.
#[derive(Debug, Serialize, ToSchema)]
struct ComparedChange {
    /// Of the second period; 0 when that is 0.
    percent: Decimal,
    absolute: Decimal,
}

impl ComparedChange {
    fn of_counts(now: i64, before: i64) -> Self {
        Self { percent: Decimal::change(now, before), absolute: Hundredths((now - before) * 100).into() }
    }

    fn of_cents(now: i64, before: i64) -> Self {
        Self { percent: Decimal::change(now, before), absolute: Hundredths(now - before).into() }
    }
}

impl ComparedPeriod {
    fn new(Period { from, until }: Period, metrics: ComparedFigures) -> Self {
        Self { start: from, end: until, metrics }
    }
}

impl ComparisonAnswer {
    fn of(found: compare::Comparison, later: Period, earlier: Period) -> Self {
        let compare::Comparison { orders, clients } = found;
        let PeriodOrders { orders1, orders2, completed1, completed2, revenue1_cents, revenue2_cents } =
            orders;
        let PeriodClients { new1, new2 } = clients;
        let metrics = |total_orders, completed_orders, cents, new_clients| ComparedFigures {
            total_orders,
            completed_orders,
            revenue: Amount::cents(cents),
            new_clients,
        };
        Self {
            period1: ComparedPeriod::new(later, metrics(orders1, completed1, revenue1_cents, new1)),
            period2: ComparedPeriod::new(earlier, metrics(orders2, completed2, revenue2_cents, new2)),
            comparison: ComparedChanges {
                orders: ComparedChange::of_counts(orders1, orders2),
                completed: ComparedChange::of_counts(completed1, completed2),
                revenue: ComparedChange::of_cents(revenue1_cents, revenue2_cents),
                new_clients: ComparedChange::of_counts(new1, new2),
            },
        }
    }
}

/// Two periods side by side
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/analytics/compare",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, PeriodsQuery),
    responses((status = OK, body = ComparisonAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_analytics_comparison(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(PeriodsQuery { period1_days, period2_days }): Params<PeriodsQuery>,
) -> ApiResult<Answer<ComparisonAnswer>> {
    let scope = admin.scope;
    let later = Period::last_days(period1_days.get(), clock.now());
    let earlier = later.before(period2_days.get());
    let load = move || async move {
        let found = compare::load(db.reads(), scope, later, earlier).await?;
        Ok(ComparisonAnswer::of(found, later, earlier))
    };
    admin.answer(&POLICY).with(period1_days).with(period2_days).load(load).await
}
