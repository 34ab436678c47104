use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{analytics, dashboard, earnings, give, list_tips, process_payment, seen};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(analytics::get_admin_tip_analytics))
        .routes(routes!(dashboard::get_admin_tip_dashboard))
        .routes(routes!(earnings::get_admin_tip_earnings))
        .routes(routes!(list_tips::get_admin_tips))
        .routes(routes!(seen::list_tips, give::give_tip))
        .routes(routes!(seen::get_tip))
        .routes(routes!(process_payment::pay_tip))
}
