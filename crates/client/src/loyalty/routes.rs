use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{redemption_categories, redemption_items, redemption_requests, summary, transactions};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(summary::get_loyalty_summary))
        .routes(routes!(transactions::list_loyalty_transactions))
        .routes(routes!(redemption_items::list_redemption_items))
        .routes(routes!(redemption_categories::list_redemption_categories))
        .routes(routes!(redemption_requests::list_redemption_requests))
        .merge(aliases())
}

/// The same under the name that some pages use.
fn aliases() -> OpenApiRouter<AppState> {
    let under = |name: &str| format!("/loyalty-management/{name}");
    OpenApiRouter::new()
        .route(&under("loyalty/summary"), get(summary::get_loyalty_summary))
        .route(&under("loyalty/transactions"), get(transactions::list_loyalty_transactions))
        .route(&under("redemption-items"), get(redemption_items::list_redemption_items))
        .route(&under("redemption-categories"), get(redemption_categories::list_redemption_categories))
        .route(&under("redemption-requests"), get(redemption_requests::list_redemption_requests))
}
