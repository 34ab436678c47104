use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{activity_log, activity_logs, user_feed};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(activity_logs::get_activity_logs))
        .routes(routes!(activity_log::get_activity_log))
        .routes(routes!(user_feed::get_user_feed))
}
