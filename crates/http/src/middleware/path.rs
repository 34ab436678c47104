use axum::{
    extract::Request,
    http::{Uri, uri::PathAndQuery},
    middleware::Next,
    response::Response,
};

const BASE: &str = "/api/v1";

/// Brings a request to the one form that routes have: no trailing slash, and the base once. The existing
/// frontend sends the slash, and puts the base in front of links that begin with it already.
///
/// It stands outside the router, because what is rewritten inside is routed already.
pub(crate) async fn layer(mut request: Request, next: Next) -> Response {
    if let Some(uri) = rewritten(request.uri()) {
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

fn rewritten(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    if !path.starts_with("/api/") {
        return None;
    }
    let mut rest = path.strip_prefix(BASE).unwrap_or(path);
    let doubled = rest.strip_prefix(BASE).filter(|rest| rest.is_empty() || rest.starts_with('/'));
    rest = doubled.unwrap_or(rest);
    let rest = rest.trim_end_matches('/');
    let base = if path.starts_with(BASE) { BASE } else { "" };
    let canonical = format!("{base}{rest}");
    if canonical == path {
        return None;
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = format!("{canonical}{query}").parse::<PathAndQuery>().ok();
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_have_one_form() {
        let form = |text: &str| rewritten(&text.parse().unwrap()).map(|uri| uri.to_string());
        assert_eq!(form("/api/v1/a/b/?x=1&y=/"), Some("/api/v1/a/b?x=1&y=/".to_owned()));
        assert_eq!(form("/api/v1/api/v1/a/?p=2"), Some("/api/v1/a?p=2".to_owned()));
        assert_eq!(form("/api/openapi.json/"), Some("/api/openapi.json".to_owned()));
        assert_eq!(form("/api/v1/a"), None);
        assert_eq!(form("/orders/"), None);
    }
}
