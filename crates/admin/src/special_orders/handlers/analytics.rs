//! `GET /api/v1/admin-management/special-orders/analytics`

mod answer;

use axum::extract::State;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;

use self::answer::SpecialAnalyticsAnswer;
use crate::{special_orders::repository::analytics, trends::handlers::AnalyticsQuery};

static POLICY: Policy = Policy::new(
    "admin.special_analytics",
    300,
    &[Reads::Scoped("special_orders"), Reads::Whole("special_order_types")],
);

/// Special orders of the last days, how they went and what they brought in
#[utoipa::path(
    get,
    path = "/admin-management/special-orders/analytics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, AnalyticsQuery),
    responses((status = OK, body = SpecialAnalyticsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_special_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<AnalyticsQuery>,
) -> ApiResult<Answer<SpecialAnalyticsAnswer>> {
    let (scope, period) = (admin.scope, query.period(clock.now()));
    let load = move || async move { analytics::load(db.reads(), scope, period).await.map(Into::into) };
    admin.answer(&POLICY).with(query.days).load(load).await
}
