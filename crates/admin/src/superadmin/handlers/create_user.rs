//! `POST /api/v1/superadmin-management/users/create_user`

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use tally_auth::{ScopeQuery, Scoped, Superadmin, audit::Trail, password};
use tally_db::Db;
use tally_entity::{Role, WebsiteId};
use tally_http::{ApiError, ApiResult, Body, Problems, Text, access::SUPERADMIN};
use utoipa::ToSchema;

use crate::users::{
    act::Act,
    handlers::{
        create::{Newcomer, create},
        detail::answer::UserDetail,
    },
    repository::create::only_website,
};

/// A new user, for whom a password is made.
#[derive(Deserialize, ToSchema)]
pub(crate) struct InvitedUserForm {
    /// Letters, digits and `_ . + @ -`.
    username: Text<3, 150>,
    email: Text<3, 254>,
    /// `client`, `writer`, `editor`, `support` or `admin`.
    #[schema(value_type = String)]
    role: Role,
    phone_number: Option<Text<0, 30>>,
    /// Clients and writers get the only active one when absent.
    #[schema(value_type = Option<i64>)]
    website: Option<WebsiteId>,
}

/// A new user, and his password, which is shown this once.
#[derive(Serialize, ToSchema)]
pub(crate) struct InvitedUser {
    #[serde(flatten)]
    user: UserDetail,
    temp_password: String,
}

/// Creates a user. The answer is not kept for an `Idempotency-Key`: it holds the password
#[utoipa::path(
    post,
    path = "/superadmin-management/users/create_user",
    tag = "admin",
    params(ScopeQuery),
    request_body = InvitedUserForm,
    responses((status = CREATED, body = InvitedUser), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn create_superadmin_user(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    trail: Trail,
    Body(form): Body<InvitedUserForm>,
) -> ApiResult<(StatusCode, Json<InvitedUser>)> {
    let InvitedUserForm { username, email, role, phone_number, website } = form;
    let newcomer = Newcomer::checked(username, email, role, phone_number, website)?;
    let temp_password = password::temporary();
    let hash = password::hash(temp_password.clone()).await.map_err(ApiError::internal)?;
    let tx = db.write().await?;
    let user = invite(&Act::new(&tx, &superadmin, superadmin.scope, &trail), newcomer, hash).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(InvitedUser { user, temp_password })))
}

async fn invite(act: &Act<'_>, mut newcomer: Newcomer, hash: String) -> ApiResult<UserDetail> {
    if newcomer.website.is_none() && matches!(newcomer.role, Role::Writer | Role::Client) {
        newcomer.website = only_website(act.tx).await?;
    }
    create(act, newcomer, hash).await
}
