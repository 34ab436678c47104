use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{StatusCode, header::CONTENT_TYPE},
};
use serde::de::DeserializeOwned;

use crate::ApiError;

/// A JSON body. What does not fit says which member and why.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let is_json = kind.split(';').next().is_some_and(|kind| {
            let kind = kind.trim().to_ascii_lowercase();
            kind == "application/json" || kind.ends_with("+json")
        });
        if !is_json {
            return Err(ApiError::media_type("The body must be application/json."));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| unreadable(&rejection))?;
        parse(&bytes).map(Self)
    }
}

fn unreadable(rejection: &BytesRejection) -> ApiError {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::too_large("The body is larger than this address takes."),
        _ => ApiError::malformed("The body ended before it was complete."),
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    let value: serde_json::Value = serde_json::from_slice(bytes)
        .map_err(|error| ApiError::malformed(format!("The body is not JSON: {error}")))?;
    serde_path_to_error::deserialize(value).map_err(|error| {
        let reason = error.inner().to_string();
        // serde names a missing member in its message only.
        let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
        let path = error.path().to_string().replace('.', "/");
        match (missing, path.as_str()) {
            (Some(field), "") => ApiError::invalid(format!("/{field}"), "is required"),
            (Some(field), path) => ApiError::invalid(format!("/{path}/{field}"), "is required"),
            (None, path) => ApiError::invalid(format!("/{path}"), reason),
        }
    })
}
