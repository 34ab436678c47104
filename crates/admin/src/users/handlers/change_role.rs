//! `POST /api/v1/admin-management/user-management/{id}/change_role`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{
    Once, ScopeQuery, Scoped, Superadmin,
    audit::{ActionKind, Trail},
    notice::Event,
    session::end_all,
};
use tally_db::Db;
use tally_entity::{RevokeReason, Role, UserId, WebsiteId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::SUPERADMIN};
use utoipa::ToSchema;

use super::update::refused;
use crate::users::{
    act::{Act, Acted},
    repository::update::{self, Edits},
};

/// What somebody shall be.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RoleForm {
    /// `client`, `writer`, `editor`, `support` or `admin`.
    #[schema(value_type = String)]
    role: Role,
}

/// Gives a user another role
#[utoipa::path(
    post,
    path = "/admin-management/user-management/{id}/change_role",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    request_body = RoleForm,
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn change_admin_user_role(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
    Body(RoleForm { role }): Body<RoleForm>,
) -> ApiResult<Response> {
    check("/role", role)?;
    let tx = once.begin(&db).await?;
    let acted = change_role(&Act::new(&tx, &superadmin, superadmin.scope, &trail), id, role).await?;
    tx.commit(Json(acted)).await
}

/// Refuses the one role that cannot be given.
pub(crate) fn check(pointer: &str, role: Role) -> ApiResult<()> {
    if role == Role::Superadmin {
        return Err(ApiError::invalid(pointer, "must be client, writer, editor, support or admin"));
    }
    Ok(())
}

pub(crate) async fn change_role(act: &Act<'_>, id: UserId, role: Role) -> ApiResult<Acted> {
    let user = act.user(id).await?;
    act.other(&user)?;
    let name = &user.username;
    if user.role == role {
        return Err(ApiError::conflict(format!("{name} has the role {role} already.")));
    }
    needs_website(role, user.website_id)?;
    let edits = Edits { role: Some(role), ..Edits::default() };
    let changed = update::apply(act.tx, &user, edits).await?.map_err(refused)?.unwrap_or_default();
    end_all(act.tx, id, RevokeReason::RoleChange, act.now).await?;
    let action = format!("Changed the role of user {name} to {role}");
    act.record(ActionKind::Account, action, &user, changed).await?;
    act.tell(Event::AccountRoleChanged, [(id, user.website_id)], &told(role)).await?;
    act.answer(id, format!("{name} has the role {role} now.")).await
}

/// Refuses somebody whose role belongs to a website, and who has none.
pub(super) fn needs_website(role: Role, website: Option<WebsiteId>) -> ApiResult<()> {
    if matches!(role, Role::Writer | Role::Client) && website.is_none() {
        return Err(ApiError::conflict(format!("Somebody without a website cannot have the role {role}.")));
    }
    Ok(())
}

pub(super) fn told(role: Role) -> String {
    format!("You have the role {role} now. Sign in again.")
}
