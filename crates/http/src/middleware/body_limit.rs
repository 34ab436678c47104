use axum::{
    extract::{DefaultBodyLimit, Request},
    http::{HeaderMap, header::CONTENT_TYPE},
    middleware::Next,
    response::Response,
};

use super::{LARGEST_BODY, LARGEST_FORM};

/// How much of a body is read: forms bring files.
pub(crate) fn largest_of(headers: &HeaderMap) -> usize {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_form = kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data");
    if is_form { LARGEST_FORM } else { LARGEST_BODY }
}

/// Tells the extractors of the body how much they may read.
pub(crate) async fn layer(mut request: Request, next: Next) -> Response {
    let largest = largest_of(request.headers());
    DefaultBodyLimit::max(largest).apply(&mut request);
    next.run(request).await
}
