use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::dashboard;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(dashboard::get_admin_orders_dashboard))
        .route("/admin-management/orders/dashboard/dashboard", get(dashboard::get_admin_orders_dashboard))
}
