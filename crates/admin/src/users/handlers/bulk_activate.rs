//! `POST /api/v1/admin-management/user-management/bulk_activate`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::ADMIN};
use utoipa::ToSchema;

use crate::users::{act::Act, repository::bulk};

const MOST: usize = 200;

/// Whom to let in again.
#[derive(Deserialize, ToSchema)]
pub(crate) struct BulkActivateForm {
    /// 1 to 200 users. Those whom the caller may not touch are left out.
    #[schema(value_type = Vec<i64>, min_items = 1, max_items = 200)]
    user_ids: Vec<UserId>,
}

/// How many were let in again.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BulkActivated {
    message: String,
    activated_count: usize,
}

/// Ends suspensions, and lets in again who was switched off
#[utoipa::path(
    post,
    path = "/admin-management/user-management/bulk_activate",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = BulkActivateForm,
    responses((status = OK, body = BulkActivated), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn bulk_activate_admin_users(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    Body(BulkActivateForm { user_ids }): Body<BulkActivateForm>,
) -> ApiResult<Response> {
    let users = few(user_ids)?;
    let tx = once.begin(&db).await?;
    let activated_count = activate(&Act::new(&tx, &admin, admin.scope, &trail), users).await?;
    let message = format!("Users activated: {activated_count}.");
    tx.commit(Json(BulkActivated { message, activated_count })).await
}

async fn activate(act: &Act<'_>, users: Vec<UserId>) -> ApiResult<usize> {
    act.caller.require(act.tx, Permission::SuspendUsers).await?;
    let activated = bulk::activate(act.tx, act.scope, &act.among(users)).await?;
    let count = activated.len();
    let done = activated.into_iter().map(|user| {
        let action = format!("Activated user {}", user.username);
        (user, action)
    });
    act.record_all(ActionKind::Account, done).await?;
    Ok(count)
}

/// Refuses nobody, and too many at once.
pub(super) fn few(users: Vec<UserId>) -> ApiResult<Vec<UserId>> {
    if (1..=MOST).contains(&users.len()) {
        return Ok(users);
    }
    Err(ApiError::invalid("/user_ids", "must have 1 to 200 ids"))
}
