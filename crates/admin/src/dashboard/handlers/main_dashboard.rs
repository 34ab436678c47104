//! `GET /api/v1/admin-management/dashboard`

mod answer;

use axum::extract::State;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;

use self::answer::MainDashboardAnswer;
use crate::dashboard::repository::main_dashboard;

static POLICY: Policy = Policy::new(
    "admin.dashboard",
    300,
    &[
        Reads::Scoped("orders"),
        Reads::Scoped("payments"),
        // The names in the lists may be of people of another website.
        Reads::Whole("users"),
        Reads::Whole("websites"),
        Reads::Scoped("tickets"),
        Reads::Scoped("disputes"),
        Reads::Scoped("audit_log"),
        Reads::Scoped("payment_reminder_configs"),
        Reads::Scoped("payment_deletion_messages"),
        Reads::Scoped("payment_reminders_sent"),
        Reads::Scoped("user_action_requests"),
    ],
)
.warm();

/// The main dashboard
#[utoipa::path(
    get,
    path = "/admin-management/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = MainDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<MainDashboardAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    // Fourteen statements at once take more room than a stack should give.
    let load =
        move || async move { Box::pin(main_dashboard::load(db.reads(), scope, now)).await.map(Into::into) };
    admin.answer(&POLICY).load(load).await
}
