//! Signing in and out, sessions, and what people change about themselves.
//!
//! `handlers` and `repository` hold one file per endpoint under the same name; [`routes`] is the list of them.

mod anonymous;
mod attempts;
mod device;
mod handlers;
mod pace;
mod repository;
mod routes;
mod sign_in;
mod superuser;
mod unknown_emails;

use chrono::{DateTime, SubsecRound as _, Utc};
use tally_auth::token::{self, Subject};
use tally_http::{ApiError, ApiResult, AppState};
use tally_kernel::Clock;

pub use self::{
    routes::router,
    superuser::{CreateSuperuserError, create_superuser},
};

/// How long an access token is good for, in seconds.
const TOKEN_SECONDS: u64 = token::LIFETIME.as_secs();

/// Real time, as precise as the database keeps it: sessions and locks do not follow business time.
fn now() -> DateTime<Utc> {
    Clock::real().trunc_subsecs(6)
}

fn access_token(app: &AppState, subject: Subject) -> ApiResult<String> {
    let secret = app.auth.jwt_secret.as_ref().ok_or_else(|| ApiError::internal("no secret to sign with"))?;
    token::issue(secret, subject).map_err(ApiError::internal)
}
