use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{feed, unread_count};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(feed::get_notifications_feed))
        .routes(routes!(unread_count::get_notifications_unread_count))
        .route("/notifications/notifications/feed", get(feed::get_notifications_feed))
        .route("/notifications/unread-count", get(unread_count::get_notifications_unread_count))
}
