use axum::{
    extract::Request,
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// `OPTIONS` says what an address takes. The router's own refusal knows: it carries `Allow`.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let asks = request.method() == Method::OPTIONS;
    let response = next.run(request).await;
    match response.headers().get(header::ALLOW) {
        Some(allow) if asks && response.status() == StatusCode::METHOD_NOT_ALLOWED => {
            (StatusCode::NO_CONTENT, [(header::ALLOW, allow.clone())]).into_response()
        }
        _ => response,
    }
}
