//! `GET /api/v1/admin-management/advanced-analytics/dashboard`

mod answer;
mod figures;

use axum::extract::State;
use chrono::{DateTime, Utc};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};

pub(super) use self::answer::AdvancedAnswer;
use super::service_revenue::DaysQuery;
use crate::dashboard::repository::advanced;

static POLICY: Policy = Policy::new(
    "admin.advanced",
    600,
    &[
        Reads::Scoped("orders"),
        Reads::Whole("work_types"),
        Reads::Whole("users"),
        Reads::Scoped("tickets"),
        Reads::Scoped("disputes"),
        Reads::Scoped("refunds"),
    ],
);

/// A period in every respect
#[utoipa::path(
    get,
    path = "/admin-management/advanced-analytics/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, DaysQuery),
    responses((status = OK, body = AdvancedAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_advanced_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(DaysQuery { days }): Params<DaysQuery>,
) -> ApiResult<Answer<AdvancedAnswer>> {
    kept(db, &admin, days, clock.now()).await
}

/// The kept answer about the last `days`.
pub(super) async fn kept(
    db: Db,
    admin: &Scoped<Admin>,
    days: Clamped<1, 365, 30>,
    now: DateTime<Utc>,
) -> ApiResult<Answer<AdvancedAnswer>> {
    let (scope, period) = (admin.scope, Period::last_days(days.get(), now));
    let load = move || async move { Ok(advanced::load(db.reads(), scope, period).await?.into()) };
    admin.answer(&POLICY).with(days).load(load).await
}
