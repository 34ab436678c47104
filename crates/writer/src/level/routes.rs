use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{badges, level, performance, summary};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(performance::get_writer_performance))
        .routes(routes!(level::get_writer_level))
        .routes(routes!(summary::get_writer_summary))
        .routes(routes!(badges::get_writer_badges))
}
