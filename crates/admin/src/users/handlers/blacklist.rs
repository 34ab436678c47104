//! `POST /api/v1/admin-management/user-management/{id}/blacklist`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
    session::end_all,
};
use tally_db::Db;
use tally_entity::{RevokeReason, UserId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::ADMIN};
use utoipa::ToSchema;

use super::sanction::reason;
use crate::users::{
    act::{Act, Acted},
    repository::blacklist,
};

/// Why.
#[derive(Deserialize, ToSchema)]
pub(crate) struct BlacklistForm {
    /// `No reason provided` when absent.
    reason: Option<Text<0, 2000>>,
}

/// Keeps a user and his e-mail address out for good
#[utoipa::path(
    post,
    path = "/admin-management/user-management/{id}/blacklist",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    request_body = BlacklistForm,
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn blacklist_admin_user(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
    Body(form): Body<BlacklistForm>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let acted = blacklist(&Act::new(&tx, &admin, admin.scope, &trail), id, form).await?;
    tx.commit(Json(acted)).await
}

async fn blacklist(act: &Act<'_>, id: UserId, form: BlacklistForm) -> ApiResult<Acted> {
    let user = act.target(id, Permission::BlacklistUsers).await?;
    let name = &user.username;
    if user.is_blacklisted {
        return Err(ApiError::conflict(format!("{name} is on the black list already.")));
    }
    let changed = blacklist::add(act.tx, &user, reason(form.reason), act.caller.id).await?;
    end_all(act.tx, id, RevokeReason::Admin, act.now).await?;
    act.record(ActionKind::Account, format!("Blacklisted user {name}"), &user, changed).await?;
    act.answer(id, format!("{name} is on the black list.")).await
}
