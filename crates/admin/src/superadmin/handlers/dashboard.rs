//! `GET /api/v1/superadmin-management/dashboard`

mod answer;
mod figures;

use axum::extract::State;
use tally_auth::{ScopeQuery, Scoped, Superadmin};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::SUPERADMIN};
use tally_kernel::Clock;

use self::answer::SuperadminDashboardAnswer;
use crate::superadmin::repository::dashboard;

static POLICY: Policy = Policy::new(
    "superadmin.dashboard",
    600,
    &[
        Reads::Scoped("orders"),
        Reads::Scoped("payments"),
        Reads::Scoped("refunds"),
        Reads::Scoped("disputes"),
        Reads::Scoped("tickets"),
        Reads::Scoped("tips"),
        Reads::Scoped("payout_requests"),
        // The names in the lists may be of people of another website.
        Reads::Whole("users"),
        Reads::Whole("websites"),
    ],
);

/// The superadmin's dashboard
#[utoipa::path(
    get,
    path = "/superadmin-management/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = SuperadminDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn get_superadmin_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    superadmin: Scoped<Superadmin>,
) -> ApiResult<Answer<SuperadminDashboardAnswer>> {
    let (scope, now) = (superadmin.scope, clock.now());
    // Thirteen statements at once take more room than a stack should give.
    let load = move || async move { Box::pin(dashboard::load(db.reads(), scope, now)).await.map(Into::into) };
    superadmin.answer(&POLICY).load(load).await
}
