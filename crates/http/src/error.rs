mod database;
mod problem;

use std::{error::Error, sync::Arc, time::Duration};

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

pub use self::problem::{Problem, Problems};
use crate::limits::Allowance;

/// What handlers return.
pub type ApiResult<T> = Result<T, ApiError>;

/// A request that cannot be answered as asked. Its cause, if any, is logged once and never shown.
#[derive(Clone, Debug)]
pub struct ApiError(pub(crate) Box<Fault>);

#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) kind: Kind,
    pub(crate) detail: String,
    pub(crate) fields: Vec<FieldError>,
    /// Further members of the problem, such as `code`.
    pub(crate) members: Map<String, Value>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) allowance: Allowance,
    pub(crate) cause: Option<Arc<dyn Error + Send + Sync>>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// `?name` of a parameter, `/name` of a member of the body.
    pub pointer: String,
    /// Why, in a few words.
    pub detail: String,
}

/// Why a token is refused; the word is what the frontend acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenFault {
    /// There is none.
    Missing,
    /// It is not one of ours.
    Invalid,
    /// It is too old.
    Expired,
    /// Its session or user is gone.
    NotValid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Malformed,
    Credentials,
    Unauthenticated,
    Forbidden,
    NotFound,
    Method,
    TooLarge,
    MediaType,
    Conflict,
    InProgress,
    InsufficientFunds,
    WalletFrozen,
    Invalid,
    KeyReused,
    Throttled,
    Internal,
    Unavailable,
}

impl Kind {
    /// Status, last part of `type`, title.
    pub(crate) fn facts(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::Malformed => (StatusCode::BAD_REQUEST, "malformed", "Malformed request"),
            Self::Credentials => (StatusCode::BAD_REQUEST, "credentials", "Wrong credentials"),
            Self::Unauthenticated => (StatusCode::UNAUTHORIZED, "unauthenticated", "Sign-in needed"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden", "Not allowed"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found", "Not found"),
            Self::Method => (StatusCode::METHOD_NOT_ALLOWED, "method", "Method not allowed"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Request too large"),
            Self::MediaType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type", "Unsupported content type"),
            Self::Conflict => (StatusCode::CONFLICT, "conflict", "Conflict"),
            Self::InProgress => (StatusCode::CONFLICT, "in-progress", "Still under way"),
            Self::InsufficientFunds => (StatusCode::CONFLICT, "insufficient-funds", "Not enough money"),
            Self::WalletFrozen => (StatusCode::CONFLICT, "wallet-frozen", "Wallet frozen"),
            Self::Invalid => (StatusCode::UNPROCESSABLE_ENTITY, "invalid", "Invalid request"),
            Self::KeyReused => (StatusCode::UNPROCESSABLE_ENTITY, "key-reused", "Key used before"),
            Self::Throttled => (StatusCode::TOO_MANY_REQUESTS, "throttled", "Too many requests"),
            Self::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "internal", "Internal error"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable", "Unavailable for now"),
        }
    }

    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::Unauthenticated,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::MediaType,
            StatusCode::CONFLICT => Self::Conflict,
            StatusCode::UNPROCESSABLE_ENTITY => Self::Invalid,
            StatusCode::TOO_MANY_REQUESTS => Self::Throttled,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_server_error() => Self::Internal,
            _ => Self::Malformed,
        }
    }
}

impl ApiError {
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self(Box::new(Fault {
            kind,
            detail: detail.into(),
            fields: Vec::new(),
            members: Map::new(),
            retry_after: None,
            allowance: Allowance::default(),
            cause: None,
        }))
    }

    /// What is wrong, in one sentence.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// 400: not JSON, or not the encoding it says it is.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(Kind::Malformed, detail)
    }

    /// 400: a refused sign-in or a wrong password. Never 401, which the frontend takes for a dead session.
    pub fn credentials(detail: impl Into<String>) -> Self {
        Self::new(Kind::Credentials, detail)
    }

    /// 401.
    pub fn unauthenticated(fault: TokenFault) -> Self {
        let (code, detail) = match fault {
            TokenFault::Missing => ("token_missing", "Sign in to use this address."),
            TokenFault::Invalid => ("token_invalid", "The access token is not valid."),
            TokenFault::Expired => ("token_expired", "The access token has expired."),
            TokenFault::NotValid => ("token_not_valid", "The session has ended; sign in again."),
        };
        Self::new(Kind::Unauthenticated, detail).with("code", code)
    }

    /// 403.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(Kind::Forbidden, detail)
    }

    /// 404: no such route, no such row, or a row outside the caller's scope.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, detail)
    }

    /// 409: the state of a row forbids it.
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(Kind::Conflict, detail)
    }

    /// 409: there is less in a wallet than should leave it.
    pub fn insufficient_funds(detail: impl Into<String>) -> Self {
        Self::new(Kind::InsufficientFunds, detail)
    }

    /// 409: nothing goes into a wallet or out of it.
    pub fn wallet_frozen(detail: impl Into<String>) -> Self {
        Self::new(Kind::WalletFrozen, detail)
    }

    /// 415.
    pub fn media_type(detail: impl Into<String>) -> Self {
        Self::new(Kind::MediaType, detail)
    }

    /// 413.
    pub fn too_large(detail: impl Into<String>) -> Self {
        Self::new(Kind::TooLarge, detail)
    }

    /// 422 about one field: `?name` or `/name`, and why.
    pub fn invalid(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::invalid_fields(vec![FieldError { pointer: pointer.into(), detail: detail.into() }])
    }

    /// 422 about several fields; there must be at least one.
    pub fn invalid_fields(fields: Vec<FieldError>) -> Self {
        let detail = fields.first().map_or_else(
            || "the request is not valid".to_owned(),
            |field| format!("{}: {}", field.pointer.trim_start_matches(['?', '/']), field.detail),
        );
        let mut error = Self::new(Kind::Invalid, detail);
        error.0.fields = fields;
        error
    }

    /// 429.
    pub fn throttled(detail: impl Into<String>, retry_after: Duration) -> Self {
        Self::new(Kind::Throttled, detail).retry_after(retry_after)
    }

    /// 503 without a cause that anybody could act on.
    pub fn unavailable(detail: impl Into<String>) -> Self {
        Self::new(Kind::Unavailable, detail).retry_after(Duration::from_secs(2))
    }

    /// 500.
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new(Kind::Internal, "Something went wrong on our side.").caused_by(cause)
    }

    /// Adds a member to the problem.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.members.insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn retry_after(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// Tells in the headers what is left of a limit.
    pub(crate) fn allowed(mut self, allowance: Allowance) -> Self {
        self.0.allowance = allowance;
        self
    }

    fn caused_by(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.0.cause = Some(Arc::from(cause.into()));
        self
    }
}

/// The body is written by the problem layer, which knows the request; the error travels as an extension.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.0.kind.facts().0.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
