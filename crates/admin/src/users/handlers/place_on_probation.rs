//! `POST /api/v1/admin-management/user-management/{id}/place_on_probation`

use axum::{Json, extract::State, response::Response};
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
    notice::Event,
};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::ADMIN};

use super::sanction::{Sanction, SanctionForm, day};
use crate::users::{
    act::{Act, Acted},
    repository::probation,
};

/// Watches a user for a while
#[utoipa::path(
    post,
    path = "/admin-management/user-management/{id}/place_on_probation",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    request_body = SanctionForm,
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn place_admin_user_on_probation(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
    Body(form): Body<SanctionForm>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let acted = place(&Act::new(&tx, &admin, admin.scope, &trail), id, form).await?;
    tx.commit(Json(acted)).await
}

async fn place(act: &Act<'_>, id: UserId, form: SanctionForm) -> ApiResult<Acted> {
    let sanction = form.from(act.now)?;
    let user = act.target(id, Permission::PutOnProbation).await?;
    let name = &user.username;
    if user.is_on_probation {
        return Err(ApiError::conflict(format!("{name} is on probation already.")));
    }
    let told = sanction.told("Your account is on probation");
    let Sanction { reason, until } = sanction;
    let changed = probation::begin(act.tx, &user, reason, act.now, until).await?;
    act.record(ActionKind::Account, format!("Put user {name} on probation"), &user, changed).await?;
    act.tell(Event::AccountProbation, [(id, user.website_id)], &told).await?;
    act.answer(id, format!("{name} is on probation until {}.", day(until))).await
}
