use axum::routing::{get, patch, post};
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{bulk_mark, feed, mark, mark_all_read, mark_read, preferences, unread_count};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(feed::get_notifications_feed))
        .routes(routes!(unread_count::get_notifications_unread_count))
        .routes(routes!(mark_read::mark_notification_read))
        .routes(routes!(mark::mark_notification))
        .routes(routes!(mark_all_read::mark_all_notifications_read))
        .routes(routes!(bulk_mark::bulk_mark_notifications))
        .routes(routes!(
            preferences::get_notification_preferences,
            preferences::update_notification_preferences
        ))
        .merge(aliases())
}

/// The name that some pages use.
fn aliases() -> OpenApiRouter<AppState> {
    let preferences =
        get(preferences::get_notification_preferences).patch(preferences::update_notification_preferences);
    OpenApiRouter::new()
        .route("/notifications/notifications/feed", get(feed::get_notifications_feed))
        .route("/notifications/notifications/feed/bulk-mark", post(bulk_mark::bulk_mark_notifications))
        .route("/notifications/notifications/status/{id}/mark", patch(mark::mark_notification))
        .route("/notifications/unread-count", get(unread_count::get_notifications_unread_count))
        .route("/notifications/mark-read/{id}", post(mark_read::mark_notification_read))
        .route("/notifications/mark-all-read", post(mark_all_read::mark_all_notifications_read))
        .route("/notifications/preferences", preferences)
}
