use axum::{extract::FromRequestParts, http::request::Parts};
use tally_http::{ApiError, AppState};

use crate::{
    caller::bearer,
    token::{self, Claims},
};

/// What the token of a request says, if it is one of ours, expired or not. It proves who asks to be signed
/// out, and nothing else.
#[derive(Clone, Debug)]
pub struct SentToken(pub Option<Claims>);

impl FromRequestParts<AppState> for SentToken {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let secret = app.auth.jwt_secret.as_ref();
        let claims = bearer(parts).zip(secret);
        Ok(Self(claims.and_then(|(token, secret)| token::verify_even_expired(secret, token).ok())))
    }
}
