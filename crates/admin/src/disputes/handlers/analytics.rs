//! `GET /api/v1/admin-management/disputes/analytics`

mod answer;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::DESK};
use tally_kernel::{Clock, Period};
use utoipa::IntoParams;

use self::answer::DisputeAnalyticsAnswer;
use crate::disputes::repository::analytics;

static POLICY: Policy = Policy::new("admin.disputes_analytics", 300, &[Reads::Scoped("disputes")]);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DisputePeriodQuery {
    /// Length of the period that ends now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 730, default = 365)]
    days: Clamped<1, 730, 365>,
}

/// The disputes of a period: when they came, and how they ended
#[utoipa::path(
    get,
    path = "/admin-management/disputes/analytics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, DisputePeriodQuery),
    responses((status = OK, body = DisputeAnalyticsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_dispute_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    Params(DisputePeriodQuery { days }): Params<DisputePeriodQuery>,
) -> ApiResult<Answer<DisputeAnalyticsAnswer>> {
    let (scope, now) = (desk.scope, clock.now());
    let period = Period::last_days(days.get(), now);
    let load = move || async move {
        let (found, ended) = analytics::load(db.reads(), scope, period).await?;
        Ok(DisputeAnalyticsAnswer::new(&found, &ended, now.date_naive()))
    };
    desk.answer(&POLICY).with(days).load(load).await
}
