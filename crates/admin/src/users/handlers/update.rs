//! `PATCH` and `PUT /api/v1/admin-management/user-management/{id}`

mod form;

use axum::{Json, extract::State, response::Response};
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
    notice::Event,
    session::end_all,
};
use tally_db::Db;
use tally_entity::{RevokeReason, Role, UserId, user};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::ADMIN};

pub(crate) use self::form::UserChanges;
use super::{
    change_role::{needs_website, told},
    create::reachable,
    detail::answer::UserDetail,
};
use crate::users::{
    act::Act,
    repository::{
        blacklist,
        create::Taken,
        update::{self, Edits},
    },
};

/// Changes a user; what is absent stays as it is
#[utoipa::path(
    patch,
    path = "/admin-management/user-management/{id}",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    request_body = UserChanges,
    responses((status = OK, body = UserDetail), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn update_admin_user(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
    Body(form): Body<UserChanges>,
) -> ApiResult<Response> {
    let edits = form.checked()?;
    let tx = once.begin(&db).await?;
    let user = edit(&Act::new(&tx, &admin, admin.scope, &trail), id, edits).await?;
    tx.commit(Json(user)).await
}

/// Changes a user, as PATCH does
#[utoipa::path(
    put,
    path = "/admin-management/user-management/{id}",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    request_body = UserChanges,
    responses((status = OK, body = UserDetail), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn replace_admin_user(
    db: State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    id: PathParam<UserId>,
    form: Body<UserChanges>,
) -> ApiResult<Response> {
    update_admin_user(db, admin, once, trail, id, form).await
}

async fn edit(act: &Act<'_>, id: UserId, edits: Edits) -> ApiResult<UserDetail> {
    let user = act.user(id).await?;
    act.caller.require(act.tx, Permission::ManageUsers).await?;
    allowed(act, &user, &edits).await?;
    let changed = update::apply(act.tx, &user, edits.clone()).await?.map_err(refused)?;
    let Some(changed) = changed else { return act.shown(id).await };
    let name = &user.username;
    act.record(ActionKind::Updated, format!("Updated user {name}"), &user, changed).await?;
    match edits.role.filter(|role| *role != user.role) {
        Some(role) => {
            end_all(act.tx, id, RevokeReason::RoleChange, act.now).await?;
            act.tell(Event::AccountRoleChanged, [(id, user.website_id)], &told(role)).await?;
        }
        None if user.is_active && edits.is_active == Some(false) => {
            end_all(act.tx, id, RevokeReason::Admin, act.now).await?;
        }
        None => {}
    }
    act.shown(id).await
}

/// Refuses what the caller may not make of this user.
async fn allowed(act: &Act<'_>, user: &user::Model, edits: &Edits) -> ApiResult<()> {
    let by = act.caller.role;
    if user.role == Role::Superadmin && by != Role::Superadmin {
        return Err(ApiError::forbidden("Only superadmins may change superadmins."));
    }
    let (role, website) = (edits.role.unwrap_or(user.role), edits.website.unwrap_or(user.website_id));
    if role != user.role && by != Role::Superadmin {
        return Err(ApiError::forbidden("Only superadmins may give somebody another role."));
    }
    if role != user.role || edits.is_active == Some(false) {
        act.other(user)?;
    }
    if website != user.website_id {
        reachable(act, website).await?;
    }
    needs_website(role, website)?;
    match edits.email.as_deref().filter(|email| *email != user.email) {
        Some(email) if blacklist::has(act.tx, email, website).await? => Err(unwanted()),
        _ => Ok(()),
    }
}

pub(super) fn unwanted() -> ApiError {
    ApiError::invalid("/email", "is on the black list")
}

/// Somebody else has the name.
pub(super) fn refused(taken: Taken) -> ApiError {
    ApiError::conflict(match taken {
        Taken::Username => "Somebody else has this username.",
        Taken::Email => "Somebody else has this e-mail address.",
    })
}
