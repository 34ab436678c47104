//! `POST /api/v1/auth/user-sessions/revoke-all`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{
    Member, Once,
    audit::{self, Entry, Trail},
    session::{Which, revoke},
};
use tally_db::Db;
use tally_entity::RevokeReason;
use tally_http::{ApiResult, Flag, IdempotencyHeader, Params, Problems, access::MEMBER};
use utoipa::{IntoParams, ToSchema};

use crate::now;

/// Which sessions end.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RevokeQuery {
    /// Whether the session that asks goes on.
    #[serde(default = "yes")]
    #[param(value_type = Option<bool>, default = true)]
    keep_current: Flag,
}

fn yes() -> Flag {
    Flag(true)
}

/// What has ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllRevoked {
    detail: String,
    revoked: u64,
}

/// Ends the own sessions
#[utoipa::path(
    post,
    path = "/auth/user-sessions/revoke-all",
    tag = "auth",
    params(RevokeQuery, IdempotencyHeader),
    responses((status = OK, body = AllRevoked), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn revoke_own_sessions(
    State(db): State<Db>,
    member: Member,
    once: Once,
    Params(query): Params<RevokeQuery>,
    trail: Trail,
) -> ApiResult<Response> {
    let which = if query.keep_current.0 { Which::AllBut(member.session_id) } else { Which::All };
    let tx = once.begin(&db).await?;
    let revoked = revoke(&*tx, member.id, which, RevokeReason::Logout, now()).await?;
    let sessions = if revoked == 1 { "session" } else { "sessions" };
    if member.is_staff() && revoked > 0 {
        let entry = Entry::security(
            (&member.0).into(),
            format!("Ended {revoked} own {sessions}"),
            member.website_id,
            ("user", member.id.0),
            &trail,
        );
        audit::record(&*tx, entry).await?;
    }
    tx.commit(Json(AllRevoked { detail: format!("{revoked} {sessions} ended."), revoked })).await
}
