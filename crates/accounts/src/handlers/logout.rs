//! `POST /api/v1/auth/auth/logout`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{
    SentToken,
    audit::{self, Actor, Entry, Trail},
    session::{Which, revoke},
    token::Claims,
};
use tally_db::{Db, DbErr};
use tally_entity::RevokeReason;
use tally_http::{ApiResult, Flag, Params, Problems, access::ANONYMOUS};
use utoipa::{IntoParams, ToSchema};

use crate::{
    now,
    repository::{logout, presence},
};

/// How much ends.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LogoutQuery {
    /// Ends all sessions of the user instead of this one.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    logout_all: Flag,
}

/// What has ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignedOut {
    detail: &'static str,
    /// How many sessions; none, when the token was of no live one.
    revoked: u64,
}

/// Signs out
///
/// Takes an expired access token too, and answers 200 whatever the token is.
#[utoipa::path(
    post,
    path = "/auth/auth/logout",
    tag = "auth",
    params(LogoutQuery),
    responses((status = OK, body = SignedOut), Problems),
    security((), ("bearer" = [])),
    extensions(("x-access" = json!(ANONYMOUS))),
)]
pub(crate) async fn logout_account(
    State(db): State<Db>,
    SentToken(claims): SentToken,
    Params(query): Params<LogoutQuery>,
    trail: Trail,
) -> ApiResult<Json<SignedOut>> {
    let revoked = match claims {
        Some(claims) => sign_out(&db, &claims, query.logout_all.0, &trail).await?,
        None => 0,
    };
    Ok(Json(SignedOut { detail: "Signed out.", revoked }))
}

async fn sign_out(db: &Db, claims: &Claims, everywhere: bool, trail: &Trail) -> Result<u64, DbErr> {
    let Some(user) = claims.user() else { return Ok(0) };
    let now = now();
    let Some(leaving) = logout::find(db.reads(), user, claims.sid, claims.ver, now).await? else {
        return Ok(0);
    };
    let which = if everywhere { Which::All } else { Which::One(leaving.session_id) };
    let tx = db.write().await?;
    let revoked = revoke(&*tx, user, which, RevokeReason::Logout, now).await?;
    presence::left(&*tx, user).await?;
    let actor = Actor { id: user, role: leaving.role };
    if actor.is_staff() {
        let action = if everywhere { "Signed out everywhere" } else { "Signed out" };
        audit::record(&*tx, Entry::security(actor, action, leaving.website_id, ("user", user.0), trail))
            .await?;
    }
    tx.commit().await?;
    Ok(revoked)
}
