//! `POST /api/v1/admin-management/user-management/{id}/promote_to_admin`

use axum::{Json, extract::State, response::Response};
use tally_auth::{Once, ScopeQuery, Scoped, Superadmin, audit::Trail};
use tally_db::Db;
use tally_entity::{Role, UserId};
use tally_http::{ApiResult, IdempotencyHeader, PathParam, Problems, access::SUPERADMIN};

use super::change_role::change_role;
use crate::users::act::{Act, Acted};

/// Makes a user an admin
#[utoipa::path(
    post,
    path = "/admin-management/user-management/{id}/promote_to_admin",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn promote_admin_user(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let act = Act::new(&tx, &superadmin, superadmin.scope, &trail);
    let acted = change_role(&act, id, Role::Admin).await?;
    tx.commit(Json(acted)).await
}
