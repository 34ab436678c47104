use axum::{
    http::{HeaderValue, header},
    response::Response,
};

/// For `map_response` around routes whose answers nobody may keep: tokens, sessions, personal data.
pub async fn no_store(mut response: Response) -> Response {
    mark(&mut response);
    response
}

pub(crate) fn mark(response: &mut Response) {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}
