use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{analytics, dashboard, detail, pending, resolve_dispute};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    let under = |name: &str| format!("/admin-management/disputes/dashboard/{name}");
    OpenApiRouter::new()
        .routes(routes!(dashboard::get_admin_disputes_dashboard))
        .routes(routes!(pending::get_admin_pending_disputes))
        .routes(routes!(analytics::get_admin_dispute_analytics))
        .routes(routes!(detail::get_dispute))
        .routes(routes!(resolve_dispute::resolve_dispute))
        .route(&under("dashboard"), get(dashboard::get_admin_disputes_dashboard))
        .route(&under("pending"), get(pending::get_admin_pending_disputes))
        .route(&under("analytics"), get(analytics::get_admin_dispute_analytics))
        .route("/support-management/disputes/{id}", get(detail::get_dispute))
}
