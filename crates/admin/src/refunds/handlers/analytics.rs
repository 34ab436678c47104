//! `GET /api/v1/admin-management/refunds/analytics`

mod answer;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};
use utoipa::IntoParams;

use self::answer::RefundAnalyticsAnswer;
pub(super) use self::answer::RefundSums;
use crate::refunds::repository::analytics;

static POLICY: Policy = Policy::new("admin.refunds_analytics", 300, &[Reads::Scoped("refunds")]);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RefundPeriodQuery {
    /// Length of the period that ends now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 730, default = 365)]
    days: Clamped<1, 730, 365>,
}

/// The refunds of a period: when they were asked for, and how they are made
#[utoipa::path(
    get,
    path = "/admin-management/refunds/analytics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, RefundPeriodQuery),
    responses((status = OK, body = RefundAnalyticsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_refund_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(RefundPeriodQuery { days }): Params<RefundPeriodQuery>,
) -> ApiResult<Answer<RefundAnalyticsAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    let period = Period::last_days(days.get(), now);
    let load = move || async move {
        let (found, methods) = analytics::load(db.reads(), scope, period).await?;
        Ok(RefundAnalyticsAnswer::new(&found, &methods, now.date_naive()))
    };
    admin.answer(&POLICY).with(days).load(load).await
}
