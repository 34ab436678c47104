//! `POST /api/v1/websites/websites/{id}/soft_delete` and `…/restore`

use axum::{Json, extract::State};
use serde_json::{Value, json};
use tally_auth::{
    ScopeQuery, Scoped, Superadmin,
    audit::{self, ActionKind, Entry, Trail},
};
use tally_db::Db;
use tally_entity::WebsiteId;
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::SUPERADMIN};
use tally_kernel::Clock;

use super::list::WebsiteRow;
use crate::websites::repository::removal::{self, Outcome, Standing};

/// Takes a website away and switches it off
#[utoipa::path(
    post,
    path = "/websites/websites/{id}/soft_delete",
    tag = "websites",
    params(("id" = i64, Path, description = "The website"), ScopeQuery),
    responses((status = OK, body = WebsiteRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn soft_delete_website(
    State(db): State<Db>,
    State(clock): State<Clock>,
    superadmin: Scoped<Superadmin>,
    PathParam(id): PathParam<WebsiteId>,
    trail: Trail,
) -> ApiResult<Json<WebsiteRow>> {
    change(&db, clock, &superadmin, id, true, &trail).await
}

/// Brings a website back, without switching it on
#[utoipa::path(
    post,
    path = "/websites/websites/{id}/restore",
    tag = "websites",
    params(("id" = i64, Path, description = "The website"), ScopeQuery),
    responses((status = OK, body = WebsiteRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn restore_website(
    State(db): State<Db>,
    State(clock): State<Clock>,
    superadmin: Scoped<Superadmin>,
    PathParam(id): PathParam<WebsiteId>,
    trail: Trail,
) -> ApiResult<Json<WebsiteRow>> {
    change(&db, clock, &superadmin, id, false, &trail).await
}

async fn change(
    db: &Db,
    clock: Clock,
    superadmin: &Scoped<Superadmin>,
    id: WebsiteId,
    remove: bool,
    trail: &Trail,
) -> ApiResult<Json<WebsiteRow>> {
    let tx = db.write().await?;
    let (before, after, website) =
        match removal::apply(&*tx, superadmin.scope, id, remove, clock.now()).await? {
            Outcome::Unknown => return Err(ApiError::not_found("There is no such website.")),
            Outcome::Already if remove => return Err(ApiError::conflict("The website is removed already.")),
            Outcome::Already => return Err(ApiError::conflict("The website is not removed.")),
            Outcome::Done { before, after, website } => (before, after, website),
        };
    let (kind, verb) =
        if remove { (ActionKind::Deleted, "Removed") } else { (ActionKind::Updated, "Restored") };
    let action = format!("{verb} website {}", website.name);
    let (actor, target) = ((&superadmin.0).into(), ("website", id.0));
    let (before, after) = (Some(shown(before)), Some(shown(after)));
    audit::record(&*tx, Entry { actor, kind, action, website: Some(id), target, before, after, trail })
        .await?;
    tx.commit().await?;
    Ok(Json((*website).into()))
}

fn shown(Standing { is_active, deleted_at }: Standing) -> Value {
    json!({ "is_active": is_active, "deleted_at": deleted_at })
}
