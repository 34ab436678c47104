use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{analytics, campaign_analytics, discount_usage};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(discount_usage::list_discount_usages))
        .routes(routes!(analytics::get_discount_analytics))
        .routes(routes!(campaign_analytics::get_discount_campaign_analytics))
        .route("/discounts/analytics", get(analytics::get_discount_analytics))
}
