use std::error::Error;

use axum::{
    Json,
    extract::{OriginalUri, Request},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    ApiError, RequestId,
    answer::Finished,
    error::{Kind, Problem},
};

/// Marks an answer that must not tell what the database did for it: whether somebody exists is seen from that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Undisclosed;

/// Gives every failure the one shape, whoever failed: a handler, the router, a layer, a panic.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let finish = finished(&request);
    let response = next.run(request).await;
    let is_failure = response.status().as_u16() >= StatusCode::BAD_REQUEST.as_u16();
    if is_failure && response.extensions().get::<Finished>().is_none() { finish(response) } else { response }
}

/// What makes a failure of this request its final answer.
pub(crate) fn finished(request: &Request) -> impl FnOnce(Response) -> Response + use<> {
    let asked =
        request.extensions().get::<OriginalUri>().map_or_else(|| request.uri(), |OriginalUri(uri)| uri);
    let instance = asked.path().to_owned();
    let id = request.extensions().get().map_or_else(String::new, |RequestId(id)| id.clone());
    move |response| finish(response, instance, id)
}

fn finish(mut response: Response, instance: String, id: String) -> Response {
    let error = response.extensions_mut().remove::<ApiError>();
    let error = error.unwrap_or_else(|| of_status(response.status()));
    if let Some(cause) = &error.0.cause {
        tracing::error!(cause = chain(cause.as_ref()), "a request failed");
    }
    let allow = response.headers_mut().remove(header::ALLOW);
    let mut problem = render(error, instance, id);
    if let Some(allow) = allow {
        problem.headers_mut().insert(header::ALLOW, allow);
    }
    problem
}

fn of_status(status: StatusCode) -> ApiError {
    let kind = Kind::of_status(status);
    let detail = match kind {
        Kind::NotFound => "There is nothing at this address.",
        Kind::Method => "This address does not take this method.",
        Kind::TooLarge => "The body is larger than this address takes.",
        Kind::Unavailable => "The answer took too long; try again.",
        _ => kind.facts().2,
    };
    if kind == Kind::Unavailable { ApiError::unavailable(detail) } else { ApiError::new(kind, detail) }
}

fn render(ApiError(error): ApiError, instance: String, request_id: String) -> Response {
    let (status, kind, title) = error.kind.facts();
    let problem = Problem {
        kind: format!("/problems/{kind}"),
        title,
        status: status.as_u16(),
        detail: error.detail.clone(),
        error: error.detail,
        instance,
        request_id,
        errors: error.fields,
        members: error.members,
    };
    let mut response = (status, Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(wait) = error.retry_after {
        headers.insert(header::RETRY_AFTER, wait.as_secs().max(1).into());
    }
    error.allowance.insert(headers);
    if error.kind == Kind::Credentials {
        response.extensions_mut().insert(Undisclosed);
    }
    response
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        source = cause.source();
    }
    text
}
