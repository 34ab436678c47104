//! Whoever moves money back says once more that it is he.

use tally_auth::{
    Admin, Scoped,
    password::{self, Verdict},
};
use tally_http::{ApiError, ApiResult, AppState, Limit};

use crate::refunds::repository::password as stored;

/// Refuses a wrong password, and too many of them.
pub(super) async fn check(
    app: &AppState,
    admin: &Scoped<Admin>,
    given: Option<String>,
    deed: &str,
) -> ApiResult<()> {
    let given = given.filter(|given| !given.is_empty()).ok_or_else(|| {
        ApiError::credentials(format!("Password verification is required to {deed} refunds."))
    })?;
    app.limits.take(Limit::PasswordCheck, admin.id).await?;
    let hash = stored::hash(app.db.reads(), admin.id).await?;
    match password::verify(given, hash).await.map_err(ApiError::internal)? {
        Verdict::Wrong => Err(ApiError::credentials("Invalid password. Please try again.")),
        Verdict::Right | Verdict::RightButOld => Ok(()),
    }
}
