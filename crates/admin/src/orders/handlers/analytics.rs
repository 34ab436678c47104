//! `GET /api/v1/admin-management/orders/analytics`

mod answer;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};
use utoipa::IntoParams;

use self::answer::OrdersAnalyticsAnswer;
use crate::orders::repository::analytics;

static POLICY: Policy =
    Policy::new("admin.orders_analytics", 300, &[Reads::Scoped("orders"), Reads::Whole("work_types")]);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OrdersAnalyticsQuery {
    /// How many days back; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    days: Clamped<1, 365, 30>,
}

/// Orders of the last days, how they went and what they brought in
#[utoipa::path(
    get,
    path = "/admin-management/orders/analytics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, OrdersAnalyticsQuery),
    responses((status = OK, body = OrdersAnalyticsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_orders_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<OrdersAnalyticsQuery>,
) -> ApiResult<Answer<OrdersAnalyticsAnswer>> {
    let (scope, period) = (admin.scope, Period::last_days(query.days.get(), clock.now()));
    let load = move || async move { analytics::load(db.reads(), scope, period).await.map(Into::into) };
    admin.answer(&POLICY).with(query.days).load(load).await
}
