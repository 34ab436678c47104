//! `GET /api/v1/admin-management/disputes/dashboard`

mod answer;

use axum::extract::State;
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::DESK};
use tally_kernel::Clock;

use self::answer::DisputesDashboardAnswer;
use crate::disputes::repository::dashboard;

static POLICY: Policy = Policy::new(
    "admin.disputes",
    300,
    &[Reads::Scoped("disputes"), Reads::Whole("orders"), Reads::Whole("users")],
);

/// Disputes by where they stand and what they are about
#[utoipa::path(
    get,
    path = "/admin-management/disputes/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = DisputesDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_disputes_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
) -> ApiResult<Answer<DisputesDashboardAnswer>> {
    let (scope, now) = (desk.scope, clock.now());
    let load = move || async move { dashboard::load(db.reads(), scope, now).await.map(Into::into) };
    desk.answer(&POLICY).load(load).await
}
