use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::analytics;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(analytics::get_admin_review_analytics))
        .route("/admin-management/reviews/dashboard/analytics", get(analytics::get_admin_review_analytics))
}
