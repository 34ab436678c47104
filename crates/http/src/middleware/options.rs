use axum::{
    body::Body,
    extract::Request,
    http::{Method, StatusCode, header},
    middleware::Next,
    response::Response,
};

/// `OPTIONS` says what an address takes. The router's own refusal knows: it carries `Allow`, which it gets
/// outside of every layer within the router.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let asks = request.method() == Method::OPTIONS;
    let mut response = next.run(request).await;
    if asks
        && response.status() == StatusCode::METHOD_NOT_ALLOWED
        && response.headers().contains_key(header::ALLOW)
    {
        *response.status_mut() = StatusCode::NO_CONTENT;
        *response.body_mut() = Body::empty();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response.headers_mut().remove(header::CONTENT_LENGTH);
    }
    response
}
