use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{all_threads, one_thread};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(all_threads::stream_threads))
        .routes(routes!(one_thread::stream_thread))
}
