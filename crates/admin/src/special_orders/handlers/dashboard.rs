//! `GET /api/v1/admin-management/special-orders/dashboard`

mod answer;

use axum::extract::State;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;

use self::answer::SpecialDashboardAnswer;
use crate::special_orders::repository::dashboard;

static POLICY: Policy = Policy::new(
    "admin.special",
    300,
    &[Reads::Scoped("special_orders"), Reads::Scoped("installments"), Reads::Whole("users")],
);

/// Special orders by where they stand, and those that wait for approval
#[utoipa::path(
    get,
    path = "/admin-management/special-orders/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = SpecialDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_special_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<SpecialDashboardAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    let load = move || async move { dashboard::load(db.reads(), scope, now).await.map(Into::into) };
    admin.answer(&POLICY).load(load).await
}
