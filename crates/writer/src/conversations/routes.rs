use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::overview;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(overview::get_writer_communications))
}
