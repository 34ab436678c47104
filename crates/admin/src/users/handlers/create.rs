//! `POST /api/v1/admin-management/user-management`

pub(super) mod form;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
    password,
};
use tally_db::Db;
use tally_entity::{Role, WebsiteId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::ADMIN};

pub(crate) use self::form::{NewUserForm, Newcomer};
use super::{
    detail::answer::UserDetail,
    update::{refused, unwanted},
};
use crate::users::{
    act::{Act, is_above},
    repository::{
        blacklist,
        change::Changed,
        create::{self, NewUser},
    },
};

/// Creates a user
#[utoipa::path(
    post,
    path = "/admin-management/user-management",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = NewUserForm,
    responses((status = CREATED, body = UserDetail), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn create_admin_user(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    Body(form): Body<NewUserForm>,
) -> ApiResult<Response> {
    let (newcomer, password) = form.checked()?;
    let hash = password::hash(password).await.map_err(ApiError::internal)?;
    let newcomer = Newcomer { website: newcomer.website.or(admin.website_id), ..newcomer };
    let tx = once.begin(&db).await?;
    let user = create(&Act::new(&tx, &admin, admin.scope, &trail), newcomer, hash).await?;
    tx.commit((StatusCode::CREATED, Json(user))).await
}

pub(crate) async fn create(
    act: &Act<'_>,
    newcomer: Newcomer,
    password_hash: String,
) -> ApiResult<UserDetail> {
    act.caller.require(act.tx, Permission::ManageUsers).await?;
    let Newcomer { username, email, role, first_name, last_name, phone_number, website } = newcomer;
    if role == Role::Superadmin || is_above(act.caller.role, role) {
        return Err(ApiError::forbidden(format!("You may not create somebody of the role {role}.")));
    }
    if matches!(role, Role::Writer | Role::Client) && website.is_none() {
        return Err(ApiError::invalid("/website", format!("is required for the role {role}")));
    }
    reachable(act, website).await?;
    if blacklist::has(act.tx, &email, website).await? {
        return Err(unwanted());
    }
    let new = NewUser { username, email, password_hash, first_name, last_name, phone_number, role, website };
    let user = create::insert(act.tx, new, act.now).await?.map_err(refused)?;
    let action = format!("Created user {}", user.username);
    act.record(ActionKind::Created, action, &user, Changed::created(&user)).await?;
    act.shown(user.id).await
}

/// Refuses a website that the caller does not look after.
pub(super) async fn reachable(act: &Act<'_>, website: Option<WebsiteId>) -> ApiResult<()> {
    let is_there = match website {
        _ if website == act.caller.website_id => true,
        Some(id) => act.caller.sees_every_website() && create::has_website(act.tx, id).await?,
        None => act.caller.sees_every_website(),
    };
    if is_there { Ok(()) } else { Err(ApiError::not_found("There is no such website.")) }
}
