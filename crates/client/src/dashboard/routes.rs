use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    analytics, enhanced_order_status, loyalty, order_activity_timeline, referrals, stats, wallet,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(analytics::get_client_analytics))
        .routes(routes!(enhanced_order_status::get_enhanced_order_status))
        .routes(routes!(loyalty::get_client_loyalty))
        .routes(routes!(order_activity_timeline::get_order_activity_timeline))
        .routes(routes!(referrals::get_client_referrals))
        .routes(routes!(stats::get_client_stats))
        .routes(routes!(wallet::get_client_wallet_figures))
}
