//! `GET /api/v1/admin-management/tips/dashboard`

mod answer;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;
use utoipa::IntoParams;

use self::answer::TipDashboardAnswer;
use crate::tips::repository::dashboard;

static POLICY: Policy =
    Policy::new("admin.tips", 300, &[Reads::Scoped("tips"), Reads::Whole("writer_levels")]);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RecentTipsQuery {
    /// How long ago a tip is recent.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    days: Clamped<1, 365, 30>,
}

/// Figures of all tips
#[utoipa::path(
    get,
    path = "/admin-management/tips/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, RecentTipsQuery),
    responses((status = OK, body = TipDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_tip_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(RecentTipsQuery { days }): Params<RecentTipsQuery>,
) -> ApiResult<Answer<TipDashboardAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    let load = move || async move {
        let found = dashboard::load(db.reads(), scope, days.get(), now).await?;
        Ok(TipDashboardAnswer::new(found, days.0))
    };
    admin.answer(&POLICY).with(days).load(load).await
}
