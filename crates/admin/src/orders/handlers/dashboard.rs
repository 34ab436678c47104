//! `GET /api/v1/admin-management/orders/dashboard`

mod answer;

use axum::extract::State;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;

use self::answer::OrdersDashboardAnswer;
use crate::orders::repository::dashboard;

static POLICY: Policy = Policy::new("admin.orders", 300, &[Reads::Scoped("orders")]);

/// Orders by where they stand
#[utoipa::path(
    get,
    path = "/admin-management/orders/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = OrdersDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_orders_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<OrdersDashboardAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    let load = move || async move { dashboard::load(db.reads(), scope, now).await.map(Into::into) };
    admin.answer(&POLICY).load(load).await
}
