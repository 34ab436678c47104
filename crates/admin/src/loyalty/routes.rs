use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{award_sources, statistics, tracking};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(tracking::list_admin_loyalty_transactions))
        .routes(routes!(award_sources::get_admin_loyalty_award_sources))
        .routes(routes!(statistics::get_admin_loyalty_statistics))
        .route(
            "/admin-management/loyalty/tracking/award_sources",
            get(award_sources::get_admin_loyalty_award_sources),
        )
}
