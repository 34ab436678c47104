use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::search;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(search::search_everything))
}
