use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    action, aggregation_queue, aggregation_stats, analytics, bulk_approve, bulk_reject, detail, dispute,
    list, moderate, moderation_history, moderation_queue, spam_detection,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    let under = |name: &str| format!("/admin-management/reviews/dashboard/{name}");
    OpenApiRouter::new()
        .routes(routes!(analytics::get_admin_review_analytics))
        .routes(routes!(moderation_queue::get_admin_review_queue))
        .routes(routes!(spam_detection::get_admin_review_spam))
        .routes(routes!(moderation_history::get_admin_review_history))
        .routes(routes!(bulk_approve::approve_admin_reviews))
        .routes(routes!(bulk_reject::reject_admin_reviews))
        .routes(routes!(action::act_on_admin_review))
        .routes(routes!(aggregation_stats::get_review_totals))
        .routes(routes!(aggregation_queue::get_review_queue))
        .routes(routes!(list::list_reviews))
        .routes(routes!(detail::get_review, detail::delete_review))
        .routes(routes!(moderate::moderate_review))
        .routes(routes!(dispute::dispute_review))
        .route(&under("analytics"), get(analytics::get_admin_review_analytics))
        .route(&under("moderation-queue"), get(moderation_queue::get_admin_review_queue))
}
