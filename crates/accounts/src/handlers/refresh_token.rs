//! `POST /api/v1/auth/auth/refresh-token`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::token::{Subject, refresh_hash};
use tally_http::{ApiError, ApiResult, AppState, Body, Problems, TokenFault, access::ANONYMOUS};
use utoipa::ToSchema;

use crate::{
    TOKEN_SECONDS, access_token,
    anonymous::Anonymous,
    now,
    repository::refresh_token::{self, Session},
};

/// The token that a session began with.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RefreshForm {
    #[schema(required)]
    refresh_token: Option<String>,
    /// Another name of `refresh_token`.
    refresh: Option<String>,
}

/// A new access token.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Refreshed {
    access_token: String,
    /// `access_token` again.
    access: String,
    /// The token sent: it stays the same as long as its session.
    refresh_token: String,
    /// `refresh_token` again.
    refresh: String,
    /// Seconds that the access token is good for.
    expires_in: u64,
}

/// Makes a new access token for a session
#[utoipa::path(
    post,
    path = "/auth/auth/refresh-token",
    tag = "auth",
    request_body = RefreshForm,
    responses((status = OK, body = Refreshed), Problems),
    security(()),
    extensions(("x-access" = json!(ANONYMOUS))),
)]
pub(crate) async fn refresh_access_token(
    State(app): State<AppState>,
    _: Anonymous,
    Body(form): Body<RefreshForm>,
) -> ApiResult<Json<Refreshed>> {
    let sent = form.refresh_token.or(form.refresh).filter(|token| !token.is_empty());
    let refresh_token = sent.ok_or_else(|| ApiError::invalid("/refresh_token", "is required"))?;
    let found = refresh_token::find(app.db.reads(), refresh_hash(&refresh_token), now()).await?;
    let session = found.ok_or_else(|| ApiError::unauthenticated(TokenFault::NotValid))?;
    let access_token = access_token(&app, session.into())?;
    Ok(Json(Refreshed {
        access: access_token.clone(),
        access_token,
        refresh: refresh_token.clone(),
        refresh_token,
        expires_in: TOKEN_SECONDS,
    }))
}

impl From<Session> for Subject {
    fn from(session: Session) -> Self {
        let Session { family_id, user_id, token_version, role, website_id } = session;
        Self { user: user_id, session: family_id, version: token_version, role, website: website_id }
    }
}
