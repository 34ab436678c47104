use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    analytics, cancel, create, dashboard, history, pending, process, refund_logs, refund_receipts, refunds,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    let under = |name: &str| format!("/admin-management/refunds/dashboard/{name}");
    OpenApiRouter::new()
        .routes(routes!(dashboard::get_admin_refunds_dashboard))
        .routes(routes!(pending::get_admin_pending_refunds))
        .routes(routes!(history::get_admin_refund_history))
        .routes(routes!(analytics::get_admin_refund_analytics))
        .routes(routes!(refunds::list_refunds, create::request_refund))
        .routes(routes!(refunds::get_refund))
        .routes(routes!(process::process_refund))
        .routes(routes!(cancel::cancel_refund))
        .routes(routes!(cancel::retry_refund))
        .routes(routes!(refund_logs::list_refund_logs))
        .routes(routes!(refund_logs::get_refund_log))
        .routes(routes!(refund_receipts::list_refund_receipts))
        .routes(routes!(refund_receipts::get_refund_receipt))
        .route(&under("dashboard"), get(dashboard::get_admin_refunds_dashboard))
        .route(&under("pending"), get(pending::get_admin_pending_refunds))
        .route(&under("analytics"), get(analytics::get_admin_refund_analytics))
        .route(&under("history"), get(history::get_admin_refund_history))
}
