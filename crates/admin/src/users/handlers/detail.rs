//! `GET /api/v1/admin-management/user-management/{id}`

pub(crate) mod answer;

use axum::{Json, extract::State};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::DESK};

use self::answer::UserDetail;
use crate::users::repository::detail;

/// One user
#[utoipa::path(
    get,
    path = "/admin-management/user-management/{id}",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery),
    responses((status = OK, body = UserDetail), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_user(
    State(db): State<Db>,
    desk: Scoped<Desk>,
    PathParam(id): PathParam<UserId>,
) -> ApiResult<Json<UserDetail>> {
    let found = detail::find(db.reads(), desk.scope, id).await?;
    Ok(Json(found.ok_or_else(unknown)?.into()))
}

pub(super) fn unknown() -> ApiError {
    ApiError::not_found("There is no such user.")
}
