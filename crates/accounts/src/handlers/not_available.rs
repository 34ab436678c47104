//! What the frontend knows from the old backend and this version does not have.

use tally_http::ApiError;

/// Second factors, links by mail, sign-up, mailed password resets, acting as somebody else.
pub(crate) const PATHS: [&str; 7] = [
    "/auth/2fa",
    "/auth/auth/account-unlock",
    "/auth/auth/password-reset",
    "/auth/auth/register",
    "/auth/impersonate",
    "/auth/magic-link",
    "/auth/register",
];

pub(crate) async fn not_available() -> ApiError {
    ApiError::not_found("Not available in this version.")
}
