//! `POST /api/v1/superadmin-management/users/reactivate_user`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{
    Once, Permission, ScopeQuery, Scoped, Superadmin,
    audit::{ActionKind, Trail},
};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::SUPERADMIN};
use utoipa::ToSchema;

use crate::users::{
    act::{Act, Acted},
    repository::suspension,
};

/// Whom to let in again.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReactivatedUserForm {
    #[schema(value_type = i64)]
    user_id: UserId,
}

/// Ends a suspension, and lets in again who was switched off
#[utoipa::path(
    post,
    path = "/superadmin-management/users/reactivate_user",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = ReactivatedUserForm,
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn reactivate_superadmin_user(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    once: Once,
    trail: Trail,
    Body(ReactivatedUserForm { user_id }): Body<ReactivatedUserForm>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let acted = reactivate(&Act::new(&tx, &superadmin, superadmin.scope, &trail), user_id).await?;
    tx.commit(Json(acted)).await
}

async fn reactivate(act: &Act<'_>, id: UserId) -> ApiResult<Acted> {
    let user = act.target(id, Permission::SuspendUsers).await?;
    let name = &user.username;
    if user.is_active && !user.is_suspended {
        return Err(ApiError::conflict(format!("{name} is neither suspended nor switched off.")));
    }
    let changed = suspension::end(act.tx, &user, true).await?;
    act.record(ActionKind::Account, format!("Activated user {name}"), &user, changed).await?;
    act.answer(id, format!("{name} may sign in again.")).await
}
