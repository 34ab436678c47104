//! `POST /api/v1/superadmin-management/users/change_user_role`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{Once, ScopeQuery, Scoped, Superadmin, audit::Trail};
use tally_db::Db;
use tally_entity::{Role, UserId};
use tally_http::{ApiResult, Body, IdempotencyHeader, Problems, access::SUPERADMIN};
use utoipa::ToSchema;

use crate::users::{
    act::{Act, Acted},
    handlers::change_role::{change_role, check},
};

/// Who shall be what.
#[derive(Deserialize, ToSchema)]
pub(crate) struct UserRoleForm {
    #[schema(value_type = i64)]
    user_id: UserId,
    /// `client`, `writer`, `editor`, `support` or `admin`.
    #[schema(value_type = String)]
    new_role: Role,
}

/// Gives a user another role
#[utoipa::path(
    post,
    path = "/superadmin-management/users/change_user_role",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = UserRoleForm,
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn change_superadmin_user_role(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    once: Once,
    trail: Trail,
    Body(UserRoleForm { user_id, new_role }): Body<UserRoleForm>,
) -> ApiResult<Response> {
    check("/new_role", new_role)?;
    let tx = once.begin(&db).await?;
    let act = Act::new(&tx, &superadmin, superadmin.scope, &trail);
    let acted = change_role(&act, user_id, new_role).await?;
    tx.commit(Json(acted)).await
}
