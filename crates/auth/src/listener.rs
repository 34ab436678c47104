//! Whoever listens for hours: his token and his session end while he does.

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, header::AUTHORIZATION, request::Parts},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use tally_entity::UserId;
use tally_http::{ApiError, ApiResult, AppState, Params, TokenFault};
use utoipa::IntoParams;

use crate::{Caller, caller::bearer, principal, token};

/// The token, for programs that cannot send it as a header.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TokenQuery {
    /// The access token, where it cannot be sent as a header.
    token: Option<String>,
}

/// Somebody signed in who listens to events. It stands before the extractors of the role, which then find the token
/// where they look for it.
#[derive(Clone, Debug)]
pub struct Listener {
    user: UserId,
    session: uuid::Uuid,
    version: i32,
    /// From when on the token is no good.
    pub expires_at: DateTime<Utc>,
}

impl FromRequestParts<AppState> for Listener {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        if !parts.headers.contains_key(AUTHORIZATION) {
            let Params(TokenQuery { token }) = Params::from_request_parts(parts, app).await?;
            let header = token.and_then(|token| HeaderValue::try_from(format!("Bearer {token}")).ok());
            if let Some(header) = header {
                parts.headers.insert(AUTHORIZATION, header);
            }
        }
        let caller = Caller::from_request_parts(parts, app).await?;
        let secret = app.auth.jwt_secret.as_ref();
        let claims = bearer(parts).zip(secret).and_then(|(token, secret)| token::verify(secret, token).ok());
        let claims = claims.ok_or_else(|| ApiError::unauthenticated(TokenFault::Invalid))?;
        let expires_at = claims.expires_at();
        Ok(Self { user: caller.id, session: claims.sid, version: claims.ver, expires_at })
    }
}

impl Listener {
    /// Whether he is still signed in.
    ///
    /// # Errors
    /// When the database is asked and cannot answer.
    pub async fn stands(&self, app: &AppState) -> ApiResult<bool> {
        Ok(principal::find(app, self.user, self.session, self.version).await?.is_some())
    }

    /// The tags that move when he may be signed out.
    pub fn tags(&self) -> [String; 2] {
        [format!("users/id={}", self.user), format!("sessions/user_id={}", self.user)]
    }
}
