//! `POST /api/v1/admin-management/user-management/{id}/reset_password`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{
    Admin, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
    password,
    session::end_all,
};
use tally_db::Db;
use tally_entity::{RevokeReason, UserId};
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::ADMIN};
use utoipa::ToSchema;

use crate::users::{
    act::{Act, Acted},
    repository::{change::Changed, password as stored},
};

/// A new password, which is shown this once.
#[derive(Serialize, ToSchema)]
pub(crate) struct PasswordReset {
    #[serde(flatten)]
    acted: Acted,
    temp_password: String,
}

/// Gives a user a new password. The answer is not kept for an `Idempotency-Key`: it holds the password
#[utoipa::path(
    post,
    path = "/admin-management/user-management/{id}/reset_password",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery),
    responses((status = OK, body = PasswordReset), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn reset_admin_user_password(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
) -> ApiResult<Json<PasswordReset>> {
    let temp_password = password::temporary();
    let hash = password::hash(temp_password.clone()).await.map_err(ApiError::internal)?;
    let tx = db.write().await?;
    let acted = reset(&Act::new(&tx, &admin, admin.scope, &trail), id, hash).await?;
    tx.commit().await?;
    Ok(Json(PasswordReset { acted, temp_password }))
}

async fn reset(act: &Act<'_>, id: UserId, hash: String) -> ApiResult<Acted> {
    let user = act.target(id, Permission::ManageUsers).await?;
    let name = &user.username;
    stored::set(act.tx, &user, hash).await?;
    end_all(act.tx, id, RevokeReason::PasswordChange, act.now).await?;
    let action = format!("Gave user {name} a new password");
    act.record(ActionKind::Security, action, &user, Changed::default()).await?;
    act.answer(id, format!("{name} has a new password.")).await
}
