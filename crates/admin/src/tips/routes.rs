use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{analytics, dashboard, earnings, list_tips};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(analytics::get_admin_tip_analytics))
        .routes(routes!(dashboard::get_admin_tip_dashboard))
        .routes(routes!(earnings::get_admin_tip_earnings))
        .routes(routes!(list_tips::get_admin_tips))
}
