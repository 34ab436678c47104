//! `GET /api/v1/writer-management/writer-profiles`

use axum::{Json, extract::State};
use tally_auth::{ScopeQuery, Scoped, Worker};
use tally_db::Db;
use tally_entity::Role;
use tally_http::{ApiResult, Problems, access::WORKER};

use super::row::{ProfileRow, rows};
use crate::profile::repository::profiles;

/// Profiles of writers: the caller's own, or those of the scope
#[utoipa::path(
    get,
    path = "/writer-management/writer-profiles",
    tag = "writer",
    params(ScopeQuery),
    responses((status = OK, body = Vec<ProfileRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WORKER))),
)]
pub(crate) async fn list_writer_profiles(
    State(db): State<Db>,
    worker: Scoped<Worker>,
) -> ApiResult<Json<Vec<ProfileRow>>> {
    let found = match worker.role {
        Role::Writer => profiles::of_writer(db.reads(), worker.id).await?,
        _ => profiles::of_scope(db.reads(), worker.scope).await?,
    };
    Ok(Json(rows(found, worker.role)))
}
