//! `POST /api/v1/auth/auth/login`

use axum::{Extension, Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{audit::Trail, token::Subject};
use tally_http::{ApiError, ApiResult, AppState, Body, Limit, Problems, access::ANONYMOUS};
use utoipa::ToSchema;

use super::person::LoginUser;
use crate::{
    TOKEN_SECONDS, access_token,
    anonymous::Anonymous,
    pace::Pace,
    sign_in::{Attempt, SignedIn, sign_in},
    unknown_emails::UnknownEmails,
};

const LONGEST_EMAIL: usize = 254;
const LONGEST_PASSWORD: usize = 128;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
pub(crate) struct LoginForm {
    /// The e-mail address, in any case.
    #[schema(max_length = 254)]
    email: Option<String>,
    /// Another name of `email`.
    #[schema(max_length = 254)]
    username: Option<String>,
    #[schema(required, max_length = 128)]
    password: Option<String>,
    /// Whether the session lasts 30 days instead of 7.
    remember_me: Option<bool>,
}

impl LoginForm {
    fn checked(self) -> ApiResult<Attempt> {
        let Self { email, username, password, remember_me } = self;
        let email = email.or(username).map(|email| email.trim().to_lowercase());
        Ok(Attempt {
            email: checked("/email", LONGEST_EMAIL, email)?,
            password: checked("/password", LONGEST_PASSWORD, password)?,
            remember_me: remember_me.unwrap_or(false),
        })
    }
}

fn checked(pointer: &str, longest: usize, text: Option<String>) -> ApiResult<String> {
    let invalid = |reason: String| Err(ApiError::invalid(pointer, reason));
    match text {
        Some(text) if text.chars().count() > longest => {
            invalid(format!("must have {longest} characters at most"))
        }
        Some(text) if !text.is_empty() => Ok(text),
        _ => invalid("is required".to_owned()),
    }
}

/// A session that has begun.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Login {
    access: String,
    /// `access` again.
    access_token: String,
    refresh: String,
    /// `refresh` again.
    refresh_token: String,
    token_type: &'static str,
    /// Seconds that the access token is good for.
    expires_in: u64,
    session_id: String,
    refresh_expires_at: DateTime<Utc>,
    user: LoginUser,
}

impl Login {
    fn of(app: &AppState, signed_in: SignedIn) -> ApiResult<Self> {
        let SignedIn { account, session, refresh_token, expires_at } = signed_in;
        let person = account.person;
        let subject = Subject {
            user: person.id,
            session,
            version: account.token_version,
            role: person.role,
            website: person.website_id,
        };
        let access = access_token(app, subject)?;
        Ok(Self {
            access_token: access.clone(),
            access,
            refresh: refresh_token.clone(),
            refresh_token,
            token_type: "Bearer",
            expires_in: TOKEN_SECONDS,
            session_id: session.to_string(),
            refresh_expires_at: expires_at,
            user: person.into(),
        })
    }
}

/// Signs in
#[utoipa::path(
    post,
    path = "/auth/auth/login",
    tag = "auth",
    request_body = LoginForm,
    responses((status = OK, body = Login), Problems),
    security(()),
    extensions(("x-access" = json!(ANONYMOUS))),
)]
pub(crate) async fn login_account(
    State(app): State<AppState>,
    Extension(unknown): Extension<UnknownEmails>,
    Anonymous(address): Anonymous,
    trail: Trail,
    Body(form): Body<LoginForm>,
) -> ApiResult<Json<Login>> {
    let pace = Pace::start();
    let attempt = form.checked()?;
    app.limits.take(Limit::LoginAddress, address.0).await?;
    app.limits.take(Limit::LoginEmail, &attempt.email).await?;
    let outcome = sign_in(&app, &unknown, attempt, &trail).await;
    if outcome.is_err() {
        pace.even().await;
    }
    Login::of(&app, outcome?).map(Json)
}
