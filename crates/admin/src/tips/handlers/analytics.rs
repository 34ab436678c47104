//! `GET /api/v1/admin-management/tips/analytics`

mod answer;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};
use utoipa::IntoParams;

use self::answer::TipAnalyticsAnswer;
use crate::tips::repository::analytics;

static POLICY: Policy = Policy::new(
    "admin.tips_analytics",
    300,
    &[Reads::Scoped("tips"), Reads::Whole("writer_levels"), Reads::Whole("users")],
);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TipPeriodQuery {
    /// Length of the period that ends now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 90)]
    days: Clamped<1, 365, 90>,
}

/// The tips of a period: when, for what, by and for whom
#[utoipa::path(
    get,
    path = "/admin-management/tips/analytics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, TipPeriodQuery),
    responses((status = OK, body = TipAnalyticsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_tip_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(TipPeriodQuery { days }): Params<TipPeriodQuery>,
) -> ApiResult<Answer<TipAnalyticsAnswer>> {
    let scope = admin.scope;
    let period = Period::last_days(days.get(), clock.now());
    let load = move || async move {
        let found = analytics::load(db.reads(), scope, period).await?;
        Ok(TipAnalyticsAnswer::new(found, days.0, period))
    };
    admin.answer(&POLICY).with(days).load(load).await
}
