//! The API description and a page to read it with. Nothing is fetched from elsewhere.

use std::io::Read as _;

use axum::{
    Router,
    http::{HeaderMap, HeaderValue, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use flate2::read::GzDecoder;
use tally_http::AppState;
use utoipa::openapi::OpenApi;

/// Swagger UI 5.35.0 (Apache-2.0), unchanged, as its npm package holds it.
const SCRIPT: &[u8] = include_bytes!("../assets/swagger-ui/swagger-ui-bundle.js.gz");
const STYLE: &[u8] = include_bytes!("../assets/swagger-ui/swagger-ui.css.gz");
const PAGE: &str = include_str!("../assets/docs.html");
const START: &str = include_str!("../assets/docs.js");

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(crate) fn router(document: &OpenApi) -> Router<AppState> {
    let json = document.to_pretty_json().unwrap_or_default();
    let as_is = |kind: &'static str, text: &'static str| {
        move || async move { ([(header::CONTENT_TYPE, kind)], text) }
    };
    let packed = |kind: &'static str, bytes: &'static [u8]| {
        move |headers: HeaderMap| async move { unpack(&headers, kind, bytes) }
    };
    Router::new()
        .route("/api/openapi.json", get(async move || ([(header::CONTENT_TYPE, "application/json")], json)))
        .route("/api/docs", get(async || ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(PAGE))))
        .route("/api/docs/start.js", get(as_is("text/javascript", START)))
        .route("/api/docs/swagger-ui.js", get(packed("text/javascript", SCRIPT)))
        .route("/api/docs/swagger-ui.css", get(packed("text/css", STYLE)))
}

/// The way from the root to the page.
pub(crate) async fn lead() -> Redirect {
    Redirect::temporary("/api/docs")
}

fn unpack(headers: &HeaderMap, kind: &'static str, bytes: &'static [u8]) -> Response {
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response = if accepted.contains("gzip") {
        ([(header::CONTENT_ENCODING, "gzip")], bytes).into_response()
    } else {
        let mut plain = Vec::new();
        match GzDecoder::new(bytes).read_to_end(&mut plain) {
            Ok(_) => plain.into_response(),
            Err(error) => return tally_http::ApiError::internal(error).into_response(),
        }
    };
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}
