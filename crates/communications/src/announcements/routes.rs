use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{acknowledge, detail, list, unread_count, view};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_announcements))
        .routes(routes!(unread_count::get_announcements_unread_count))
        .routes(routes!(detail::get_announcement))
        .routes(routes!(view::view_announcement))
        .routes(routes!(acknowledge::acknowledge_announcement))
}
