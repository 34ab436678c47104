use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{analytics, approval_queue, dashboard, detail, estimated_queue, list};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    let under = |name: &str| format!("/admin-management/special-orders/dashboard/{name}");
    OpenApiRouter::new()
        .routes(routes!(analytics::get_admin_special_analytics))
        .routes(routes!(approval_queue::get_admin_special_approvals))
        .routes(routes!(dashboard::get_admin_special_dashboard))
        .routes(routes!(estimated_queue::get_admin_special_estimates))
        .routes(routes!(list::list_special_orders))
        .routes(routes!(detail::get_special_order))
        .route(&under("analytics"), get(analytics::get_admin_special_analytics))
        .route(&under("approval-queue"), get(approval_queue::get_admin_special_approvals))
        .route(&under("dashboard"), get(dashboard::get_admin_special_dashboard))
}
