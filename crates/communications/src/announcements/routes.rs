use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::unread_count;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(unread_count::get_announcements_unread_count))
}
