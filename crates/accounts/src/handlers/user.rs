//! `GET /api/v1/auth/auth/user`

use axum::{Json, extract::State};
use tally_auth::Member;
use tally_db::Db;
use tally_http::{ApiResult, Problems, access::MEMBER};

use super::person::OwnProfile;
use crate::repository::person;

/// The own profile
#[utoipa::path(
    get,
    path = "/auth/auth/user",
    tag = "auth",
    responses((status = OK, body = OwnProfile), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_own_profile(State(db): State<Db>, member: Member) -> ApiResult<Json<OwnProfile>> {
    let person = person::load(db.reads(), member.id).await?;
    Ok(Json(person.into()))
}
