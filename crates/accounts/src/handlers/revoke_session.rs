//! `DELETE /api/v1/auth/user-sessions/{id}`

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tally_auth::{
    Member, Once,
    audit::{self, Entry, Trail},
    session::{Which, revoke},
};
use tally_db::Db;
use tally_entity::{RevokeReason, SessionId};
use tally_http::{ApiError, ApiResult, IdempotencyHeader, PathParam, Problems, access::MEMBER};
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
    params(("id" = i64, Path, description = "The session"), IdempotencyHeader),
    responses((status = NO_CONTENT, description = "It has ended."), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn revoke_own_session(
    State(db): State<Db>,
    member: Member,
    once: Once,
    PathParam(id): PathParam<SessionId>,
    trail: Trail,
) -> ApiResult<Response> {
    end(&db, &member, once, id, &trail, StatusCode::NO_CONTENT).await
}

/// Ends one of the own sessions
#[utoipa::path(
    post,
    path = "/auth/user-login-sessions/{id}/revoke",
    tag = "auth",
    params(("id" = i64, Path, description = "The session"), IdempotencyHeader),
    responses((status = OK, body = Revoked), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn revoke_own_login_session(
    State(db): State<Db>,
    member: Member,
    once: Once,
    PathParam(id): PathParam<SessionId>,
    trail: Trail,
) -> ApiResult<Response> {
    let revoked = Revoked { detail: "The session has ended." };
    end(&db, &member, once, id, &trail, Json(revoked)).await
}

async fn end(
    db: &Db,
    member: &Member,
    once: Once,
    id: SessionId,
    trail: &Trail,
    answer: impl IntoResponse,
) -> ApiResult<Response> {
    let tx = once.begin(db).await?;
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
    tx.commit(answer).await
}
