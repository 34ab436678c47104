//! `GET /api/v1/admin-management/refunds/dashboard`

mod answer;

use axum::extract::State;
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::DESK};
use tally_kernel::Clock;

use self::answer::RefundsDashboardAnswer;
use crate::refunds::repository::dashboard;

static POLICY: Policy = Policy::new(
    "admin.refunds",
    300,
    &[Reads::Scoped("refunds"), Reads::Whole("payments"), Reads::Whole("users")],
);

/// Refunds by where they stand
#[utoipa::path(
    get,
    path = "/admin-management/refunds/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = RefundsDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_refunds_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
) -> ApiResult<Answer<RefundsDashboardAnswer>> {
    let (scope, now) = (desk.scope, clock.now());
    let load = move || async move { dashboard::load(db.reads(), scope, now).await.map(Into::into) };
    desk.answer(&POLICY).load(load).await
}
