//! `GET /api/v1/admin-management/class-bundles/analytics`

mod answer;

use axum::extract::State;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;

use self::answer::ClassAnalyticsAnswer;
use crate::{class_bundles::repository::analytics, trends::handlers::AnalyticsQuery};

static POLICY: Policy = Policy::new("admin.classes_analytics", 300, &[Reads::Scoped("class_bundles")]);

/// Packages of classes of the last days, how they went and what they brought in
#[utoipa::path(
    get,
    path = "/admin-management/class-bundles/analytics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, AnalyticsQuery),
    responses((status = OK, body = ClassAnalyticsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_class_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<AnalyticsQuery>,
) -> ApiResult<Answer<ClassAnalyticsAnswer>> {
    let (scope, period) = (admin.scope, query.period(clock.now()));
    let load = move || async move { analytics::load(db.reads(), scope, period).await.map(Into::into) };
    admin.answer(&POLICY).with(query.days).load(load).await
}
