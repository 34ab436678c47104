use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    advanced, advanced_comparison, advanced_export, compare, enhanced, main_dashboard, monthly_orders,
    payment_status, service_revenue, summary, top_clients, yearly, yearly_comparison,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(advanced_comparison::get_admin_advanced_comparison))
        .routes(routes!(advanced::get_admin_advanced_analytics))
        .routes(routes!(advanced_export::export_admin_advanced_analytics))
        .routes(routes!(main_dashboard::get_admin_dashboard))
        .routes(routes!(compare::get_admin_analytics_comparison))
        .routes(routes!(enhanced::get_admin_enhanced_analytics))
        .routes(routes!(monthly_orders::get_admin_monthly_orders))
        .routes(routes!(payment_status::get_admin_payment_status))
        .routes(routes!(service_revenue::get_admin_service_revenue))
        .routes(routes!(summary::get_admin_dashboard_summary))
        .routes(routes!(yearly_comparison::get_admin_yearly_comparison))
        .routes(routes!(yearly::get_admin_yearly_earnings))
        .routes(routes!(yearly::get_admin_yearly_orders))
        .routes(routes!(top_clients::get_admin_top_clients))
}
