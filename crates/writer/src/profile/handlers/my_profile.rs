//! `GET /api/v1/writer-management/writers/my_profile`

use axum::{Json, extract::State};
use tally_auth::Writer;
use tally_db::Db;
use tally_http::{ApiError, ApiResult, Problems, access::WRITER};

use super::row::{ProfileRow, rows};
use crate::profile::repository::profiles;

/// The caller's own profile
#[utoipa::path(
    get,
    path = "/writer-management/writers/my_profile",
    tag = "writer",
    responses((status = OK, body = ProfileRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_own_writer_profile(
    State(db): State<Db>,
    writer: Writer,
) -> ApiResult<Json<ProfileRow>> {
    let found = profiles::of_writer(db.reads(), writer.id).await?;
    let own = rows(found, writer.role).pop();
    own.map(Json).ok_or_else(|| ApiError::internal("a writer without a row"))
}
