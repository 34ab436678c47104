use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    analytics, class_installments, communication_threads, dashboard, deposit_pending, detail, list,
    support_tickets,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(analytics::get_admin_class_analytics))
        .routes(routes!(communication_threads::get_admin_class_threads))
        .routes(routes!(dashboard::get_admin_class_dashboard))
        .routes(routes!(deposit_pending::get_admin_class_deposits_pending))
        .routes(routes!(support_tickets::get_admin_class_tickets))
        .routes(routes!(list::list_class_bundles))
        .routes(routes!(detail::get_class_bundle))
        .routes(routes!(class_installments::list_class_installments))
        .route(
            "/admin-management/class-bundles/dashboard/analytics",
            get(analytics::get_admin_class_analytics),
        )
        .route(
            "/admin-management/class-bundles/dashboard/dashboard",
            get(dashboard::get_admin_class_dashboard),
        )
}
