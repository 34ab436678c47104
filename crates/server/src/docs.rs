//! The API description and a page to read it with. Nothing is fetched from elsewhere.

use axum::{Router, http::header, routing::get};
use tally_http::AppState;
use utoipa::openapi::OpenApi;

use crate::asset::Asset;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PAGE: Asset = Asset::document(include_bytes!("../assets/docs.html"), POLICY);
const START: Asset = Asset::script(include_bytes!("../assets/docs.js"));
/// Swagger UI 5.35.0 (Apache-2.0), unchanged, as its npm package holds it.
const SCRIPT: Asset = Asset::script(include_bytes!("../assets/swagger-ui/swagger-ui-bundle.js.gz"));
const STYLE: Asset = Asset::style(include_bytes!("../assets/swagger-ui/swagger-ui.css.gz"));

pub(crate) fn router(document: &OpenApi) -> Router<AppState> {
    let json = document.to_pretty_json().unwrap_or_default();
    Router::new()
        .route("/api/openapi.json", get(async move || ([(header::CONTENT_TYPE, "application/json")], json)))
        .route("/api/docs", PAGE.route())
        .route("/api/docs/start.js", START.route())
        .route("/api/docs/swagger-ui.js", SCRIPT.route())
        .route("/api/docs/swagger-ui.css", STYLE.route())
}
