use axum::routing::{get, post};
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    action, analytics, assignment_queue, available_writers, bulk_action, bulk_assign, bulk_auto_assign,
    dashboard, detail, filter_options, list, offer_answer, offers, overdue, preferred, preferred_answer, stuck,
    timeline, transition,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(dashboard::get_admin_orders_dashboard))
        .routes(routes!(analytics::get_admin_orders_analytics))
        .routes(routes!(assignment_queue::get_admin_assignment_queue))
        .routes(routes!(overdue::get_admin_overdue_orders))
        .routes(routes!(stuck::get_admin_stuck_orders))
        .routes(routes!(timeline::get_admin_order_timeline))
        .routes(routes!(bulk_action::act_on_admin_orders))
        .routes(routes!(bulk_assign::assign_admin_orders))
        .routes(routes!(available_writers::get_admin_available_writers))
        .routes(routes!(list::list_orders))
        .routes(routes!(filter_options::get_order_filter_options))
        .routes(routes!(bulk_auto_assign::auto_assign_orders))
        .routes(routes!(detail::get_order))
        .routes(routes!(action::get_order_actions, action::act_on_order))
        .routes(routes!(transition::move_order))
        .routes(routes!(offers::list_offers))
        .routes(routes!(offer_answer::accept_offered_order))
        .routes(routes!(offer_answer::reject_offered_order))
        .routes(routes!(preferred::list_preferred_orders))
        .routes(routes!(preferred_answer::accept_preferred_order))
        .routes(routes!(preferred_answer::reject_preferred_order))
        .merge(aliases())
}

/// The same screens under the names that some pages use.
fn aliases() -> OpenApiRouter<AppState> {
    let under = |name: &str| format!("/admin-management/orders/dashboard/{name}");
    OpenApiRouter::new()
        .route(&under("dashboard"), get(dashboard::get_admin_orders_dashboard))
        .route(&under("analytics"), get(analytics::get_admin_orders_analytics))
        .route(&under("assignment-queue"), get(assignment_queue::get_admin_assignment_queue))
        .route(&under("overdue"), get(overdue::get_admin_overdue_orders))
        .route(&under("stuck"), get(stuck::get_admin_stuck_orders))
        .route("/orders/orders/bulk-assign", post(bulk_assign::assign_admin_orders))
}
