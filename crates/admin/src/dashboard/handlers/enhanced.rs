//! `GET /api/v1/admin-management/dashboard/analytics/enhanced`

mod answer;
mod insights;

use axum::extract::State;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};

use self::answer::EnhancedAnswer;
use super::service_revenue::DaysQuery;
use crate::dashboard::repository::enhanced;

static POLICY: Policy = Policy::new("admin.enhanced", 600, &[Reads::Scoped("orders"), Reads::Whole("users")]);

/// Orders of a period, and what they suggest
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/analytics/enhanced",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, DaysQuery),
    responses((status = OK, body = EnhancedAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_enhanced_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(DaysQuery { days }): Params<DaysQuery>,
) -> ApiResult<Answer<EnhancedAnswer>> {
    let (scope, period) = (admin.scope, Period::last_days(days.get(), clock.now()));
    let load = move || async move {
        let found = enhanced::load(db.reads(), scope, period).await?;
        Ok(EnhancedAnswer::of(found, days.0, period))
    };
    admin.answer(&POLICY).with(days).load(load).await
}
