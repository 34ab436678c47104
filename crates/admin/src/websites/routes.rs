use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{list, removal};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::get_websites))
        .routes(routes!(removal::restore_website))
        .routes(routes!(removal::soft_delete_website))
        .route("/websites", get(list::get_websites))
}
