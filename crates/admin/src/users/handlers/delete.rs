//! `DELETE /api/v1/admin-management/user-management/{id}`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use tally_auth::{
    Once, ScopeQuery, Scoped, Superadmin,
    audit::{ActionKind, Trail},
    session::end_all,
};
use tally_db::Db;
use tally_entity::{RevokeReason, Role, UserId};
use tally_http::{ApiError, ApiResult, IdempotencyHeader, PathParam, Problems, access::SUPERADMIN};
use utoipa::ToSchema;

use crate::users::{act::Act, repository::delete};

/// Somebody who is gone.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Deleted {
    message: &'static str,
    /// `message` again.
    detail: &'static str,
}

/// Removes a user; what others did with him stays
#[utoipa::path(
    delete,
    path = "/admin-management/user-management/{id}",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    responses((status = OK, body = Deleted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn delete_admin_user(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    remove(&Act::new(&tx, &superadmin, superadmin.scope, &trail), id).await?;
    let message = "The user was deleted.";
    tx.commit(Json(Deleted { message, detail: message })).await
}

async fn remove(act: &Act<'_>, id: UserId) -> ApiResult<()> {
    let user = act.user(id).await?;
    if user.id == act.caller.id {
        return Err(ApiError::conflict("You cannot delete yourself."));
    }
    if user.role == Role::Superadmin {
        return Err(ApiError::conflict("A superadmin cannot be deleted."));
    }
    let changed = delete::anonymise(act.tx, &user, act.now).await?;
    end_all(act.tx, id, RevokeReason::Admin, act.now).await?;
    act.record(ActionKind::Deleted, format!("Deleted user #{id}"), &user, changed).await
}
