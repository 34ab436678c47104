//! `DELETE /api/v1/auth/user-sessions/{id}`

use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;
use tally_auth::{
    Member,
    audit::{self, Entry, Trail},
    session::{Which, revoke},
};
use tally_db::Db;
use tally_entity::{RevokeReason, SessionId};
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::MEMBER};
use utoipa::ToSchema;

use crate::now;

/// What was done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Revoked {
    detail: &'static str,
}

/// Ends one of the own sessions
#[utoipa::path(
    delete,
    path = "/auth/user-sessions/{id}",
    tag = "auth",
    params(("id" = i64, Path, description = "The session")),
    responses((status = NO_CONTENT, description = "It has ended."), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn revoke_own_session(
    State(db): State<Db>,
    member: Member,
    PathParam(id): PathParam<SessionId>,
    trail: Trail,
) -> ApiResult<StatusCode> {
    end(&db, &member, id, &trail).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends one of the own sessions
#[utoipa::path(
    post,
    path = "/auth/user-login-sessions/{id}/revoke",
    tag = "auth",
    params(("id" = i64, Path, description = "The session")),
    responses((status = OK, body = Revoked), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn revoke_own_login_session(
    State(db): State<Db>,
    member: Member,
    PathParam(id): PathParam<SessionId>,
    trail: Trail,
) -> ApiResult<Json<Revoked>> {
    end(&db, &member, id, &trail).await?;
    Ok(Json(Revoked { detail: "The session has ended." }))
}

async fn end(db: &Db, member: &Member, id: SessionId, trail: &Trail) -> ApiResult<()> {
    let tx = db.write().await?;
    if revoke(&*tx, member.id, Which::One(id), RevokeReason::Logout, now()).await? == 0 {
        return Err(ApiError::not_found("There is no such session."));
    }
    if member.is_staff() {
        let entry = Entry::security(
            (&member.0).into(),
            "Ended an own session",
            member.website_id,
            ("session", id.0),
            trail,
        );
        audit::record(&*tx, entry).await?;
    }
    tx.commit().await?;
    Ok(())
}
