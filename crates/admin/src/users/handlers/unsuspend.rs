//! `POST /api/v1/admin-management/user-management/{id}/unsuspend`

use axum::{Json, extract::State, response::Response};
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiError, ApiResult, IdempotencyHeader, PathParam, Problems, access::ADMIN};

use crate::users::{
    act::{Act, Acted},
    repository::suspension,
};

/// Ends a suspension
#[utoipa::path(
    post,
    path = "/admin-management/user-management/{id}/unsuspend",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn unsuspend_admin_user(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let acted = unsuspend(&Act::new(&tx, &admin, admin.scope, &trail), id).await?;
    tx.commit(Json(acted)).await
}

async fn unsuspend(act: &Act<'_>, id: UserId) -> ApiResult<Acted> {
    let user = act.target(id, Permission::SuspendUsers).await?;
    let name = &user.username;
    if !user.is_suspended {
        return Err(ApiError::conflict(format!("{name} is not suspended.")));
    }
    let changed = suspension::end(act.tx, &user, false).await?;
    act.record(ActionKind::Account, format!("Ended the suspension of user {name}"), &user, changed).await?;
    act.answer(id, format!("{name} is no longer suspended.")).await
}
