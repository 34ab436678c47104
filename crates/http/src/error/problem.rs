//! What a failure looks like.

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::{IntoResponses, ToSchema};

use super::FieldError;

/// Why a request failed, after RFC 9457.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    pub title: &'static str,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong, in one sentence.
    pub detail: String,
    /// The same sentence, where the existing frontend looks for it.
    pub error: String,
    /// The path that was asked for.
    pub instance: String,
    /// Under which the log knows the request.
    pub request_id: String,
    /// What is wrong with single fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<FieldError>,
    /// Members of this kind of problem.
    #[serde(flatten)]
    pub members: Map<String, Value>,
}

/// The problems any endpoint can answer with.
#[derive(IntoResponses)]
pub enum Problems {
    /// The request is malformed.
    #[response(status = BAD_REQUEST, content_type = "application/problem+json")]
    Malformed(Problem),
    /// The caller is not signed in.
    #[response(status = UNAUTHORIZED, content_type = "application/problem+json")]
    Unauthenticated(Problem),
    /// The caller's role does not allow it.
    #[response(status = FORBIDDEN, content_type = "application/problem+json")]
    Forbidden(Problem),
    /// There is no such thing in the caller's scope.
    #[response(status = NOT_FOUND, content_type = "application/problem+json")]
    NotFound(Problem),
    /// The state of things forbids it.
    #[response(status = CONFLICT, content_type = "application/problem+json")]
    Conflict(Problem),
    /// The body is too large.
    #[response(status = PAYLOAD_TOO_LARGE, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// The content type is not supported.
    #[response(status = UNSUPPORTED_MEDIA_TYPE, content_type = "application/problem+json")]
    MediaType(Problem),
    /// A field is not valid.
    #[response(status = UNPROCESSABLE_ENTITY, content_type = "application/problem+json")]
    Invalid(Problem),
    /// Too many requests.
    #[response(status = TOO_MANY_REQUESTS, content_type = "application/problem+json")]
    Throttled(Problem),
    /// A defect of ours.
    #[response(status = INTERNAL_SERVER_ERROR, content_type = "application/problem+json")]
    Internal(Problem),
    /// Try again later.
    #[response(status = SERVICE_UNAVAILABLE, content_type = "application/problem+json")]
    Unavailable(Problem),
}
