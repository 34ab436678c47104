//! `GET /api/v1/admin-management/reviews/analytics`

mod answer;
mod figures;

use axum::extract::State;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;

use self::answer::ReviewAnalyticsAnswer;
use crate::reviews::repository::analytics;

static POLICY: Policy = Policy::new("admin.reviews", 300, &[Reads::Scoped("reviews")]);

/// Figures and trends of reviews
#[utoipa::path(
    get,
    path = "/admin-management/reviews/analytics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = ReviewAnalyticsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_review_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<ReviewAnalyticsAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    let load = move || async move {
        let rows = analytics::load(db.reads(), scope, now).await?;
        Ok(ReviewAnalyticsAnswer::new(rows, now.date_naive()))
    };
    admin.answer(&POLICY).load(load).await
}
