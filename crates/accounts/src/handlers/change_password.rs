//! `POST /api/v1/auth/auth/change-password`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{
    Member,
    audit::{self, Entry, Trail},
    password::{self, Verdict, rules},
    token::Subject,
};
use tally_http::{ApiError, ApiResult, AppState, Body, Limit, Problems, access::MEMBER};
use utoipa::ToSchema;

use crate::{
    TOKEN_SECONDS, access_token, now,
    repository::change_password::{self, NewPassword, Secrets},
    sign_in::broken,
};

/// The old password and the new one.
#[derive(Deserialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the contract's names")]
pub(crate) struct PasswordForm {
    current_password: String,
    #[schema(min_length = 8, max_length = 128)]
    new_password: String,
    /// `new_password` again.
    confirm_password: String,
}

/// A password that has changed. The session goes on with this token; all others have ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PasswordChanged {
    message: &'static str,
    access_token: String,
    /// `access_token` again.
    access: String,
    /// Seconds that the access token is good for.
    expires_in: u64,
}

/// Changes the own password
#[utoipa::path(
    post,
    path = "/auth/auth/change-password",
    tag = "auth",
    request_body = PasswordForm,
    responses((status = OK, body = PasswordChanged), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn change_own_password(
    State(app): State<AppState>,
    member: Member,
    trail: Trail,
    Body(form): Body<PasswordForm>,
) -> ApiResult<Json<PasswordChanged>> {
    if form.confirm_password != form.new_password {
        return Err(ApiError::invalid("/confirm_password", "differs from the new password"));
    }
    app.limits.take(Limit::PasswordCheck, member.id).await?;
    let secrets = change_password::find(app.db.reads(), member.id).await?;
    let version = secrets.token_version;
    let hash = accepted(form, secrets).await?;
    write(&app, &member, version, hash, &trail).await?;
    let subject = Subject {
        user: member.id,
        session: member.session,
        version: version + 1,
        role: member.role,
        website: member.website_id,
    };
    let access_token = access_token(&app, subject)?;
    let access = access_token.clone();
    Ok(Json(PasswordChanged {
        message: "Password changed.",
        access_token,
        access,
        expires_in: TOKEN_SECONDS,
    }))
}

/// The hash of the new password, when the old one is right and the new one good.
async fn accepted(form: PasswordForm, secrets: Secrets) -> ApiResult<String> {
    let PasswordForm { current_password, new_password, .. } = form;
    let Secrets { email, username, password_hash, token_version: _ } = secrets;
    let verdict = password::verify(current_password.clone(), password_hash).await.map_err(broken)?;
    if verdict == Verdict::Wrong {
        return Err(ApiError::credentials("Current password is incorrect."));
    }
    let invalid = |reason: &str| ApiError::invalid("/new_password", reason);
    if new_password == current_password {
        return Err(invalid("must differ from the current password"));
    }
    rules::check(&new_password, &[&email, &username]).map_err(invalid)?;
    password::hash(new_password).await.map_err(broken)
}

async fn write(app: &AppState, member: &Member, version: i32, hash: String, trail: &Trail) -> ApiResult<()> {
    let (user, website, session) = (member.id, member.website_id, member.session_id);
    let tx = app.db.write().await?;
    let new = NewPassword { user, website, session, version, hash };
    if !change_password::apply(&*tx, new, now()).await? {
        return Err(ApiError::conflict("The account changed meanwhile; try again."));
    }
    let entry =
        Entry::security((&member.0).into(), "Changed the own password", website, ("user", user.0), trail);
    audit::record(&*tx, entry).await?;
    tx.commit().await?;
    Ok(())
}
