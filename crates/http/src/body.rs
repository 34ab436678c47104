use axum::{
    body::Bytes,
    extract::{FromRequest, OptionalFromRequest, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::ApiError;

/// A JSON body. What does not fit says which member and why.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        must_be_json(request.headers())?;
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| unreadable(&rejection))?;
        parse(&bytes).map(Self)
    }
}

/// Where everything in the body may be left out, so may the body.
impl<S: Send + Sync, T: DeserializeOwned> OptionalFromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, ApiError> {
        let is_json = must_be_json(request.headers());
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| unreadable(&rejection))?;
        if bytes.is_empty() {
            return Ok(None);
        }
        is_json?;
        parse(&bytes).map(Self).map(Some)
    }
}

fn must_be_json(headers: &HeaderMap) -> Result<(), ApiError> {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let is_json = kind.split(';').next().is_some_and(|kind| {
        let kind = kind.trim().to_ascii_lowercase();
        kind == "application/json" || kind.ends_with("+json")
    });
    if is_json { Ok(()) } else { Err(ApiError::media_type("The body must be application/json.")) }
}

fn unreadable(rejection: &BytesRejection) -> ApiError {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::too_large("The body is larger than this address takes."),
        _ => ApiError::malformed("The body ended before it was complete."),
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|error| ApiError::malformed(format!("The body is not JSON: {error}")))?;
    if let Some(pointer) = with_nul(&value) {
        return Err(ApiError::invalid(pointer, "must not contain the character NUL"));
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let reason = error.inner().to_string();
        // serde names a missing member in its message only.
        let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
        // The path of the body itself is a lone dot.
        let path = error.path().to_string();
        let path = path.trim_matches('.').replace('.', "/");
        match (missing, path.as_str()) {
            (Some(field), "") => ApiError::invalid(format!("/{field}"), "is required"),
            (Some(field), path) => ApiError::invalid(format!("/{path}/{field}"), "is required"),
            (None, path) => ApiError::invalid(format!("/{path}"), reason),
        }
    })
}

/// Where the body has a text with U+0000, which PostgreSQL cannot keep.
fn with_nul(value: &Value) -> Option<String> {
    let within = |step: String, value| with_nul(value).map(|rest| format!("/{step}{rest}"));
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(items) => items.iter().zip(0..).find_map(|(item, at)| within(format!("{at}"), item)),
        Value::Object(members) => members.iter().find_map(|(name, member)| within(name.clone(), member)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Inner {
        #[serde(rename = "n")]
        _n: i64,
    }

    #[derive(Debug, serde::Deserialize)]
    struct Outer {
        #[serde(rename = "inner")]
        _inner: Inner,
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let pointer = |text: &str| parse::<Outer>(text.as_bytes()).unwrap_err().0.fields[0].pointer.clone();
        assert_eq!(pointer("{}"), "/inner");
        assert_eq!(pointer(r#"{"inner":{}}"#), "/inner/n");
        assert_eq!(pointer(r#"{"inner":{"n":"x"}}"#), "/inner/n");
        assert_eq!(pointer(r#"{"inner":{"n":1,"list":["a","b\u0000"]}}"#), "/inner/list/1");
        assert!(parse::<Outer>(b"{").unwrap_err().0.fields.is_empty());
        assert!(parse::<Outer>(br#"{"inner":{"n":1}}"#).is_ok());
    }
}
