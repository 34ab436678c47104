//! `POST /api/v1/admin-management/user-management/{id}/suspend`

use axum::{Json, extract::State, response::Response};
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
    notice::Event,
    session::end_all,
};
use tally_db::Db;
use tally_entity::{RevokeReason, UserId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::ADMIN};

use super::sanction::{Sanction, SanctionForm, day};
use crate::users::{
    act::{Act, Acted},
    repository::suspension,
};

/// Keeps a user out for a while
#[utoipa::path(
    post,
    path = "/admin-management/user-management/{id}/suspend",
    tag = "admin",
    params(("id" = i64, Path, description = "The user"), ScopeQuery, IdempotencyHeader),
    request_body = SanctionForm,
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn suspend_admin_user(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<UserId>,
    Body(form): Body<SanctionForm>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let acted = suspend(&Act::new(&tx, &admin, admin.scope, &trail), id, form).await?;
    tx.commit(Json(acted)).await
}

pub(crate) async fn suspend(act: &Act<'_>, id: UserId, form: SanctionForm) -> ApiResult<Acted> {
    let sanction = form.from(act.now)?;
    let user = act.target(id, Permission::SuspendUsers).await?;
    let name = &user.username;
    if user.is_suspended {
        return Err(ApiError::conflict(format!("{name} is suspended already.")));
    }
    let told = sanction.told("Your account is suspended");
    let Sanction { reason, until } = sanction;
    let changed = suspension::begin(act.tx, &user, reason, act.now, until).await?;
    end_all(act.tx, id, RevokeReason::Admin, act.now).await?;
    act.record(ActionKind::Account, format!("Suspended user {name}"), &user, changed).await?;
    act.tell(Event::AccountSuspended, [(id, user.website_id)], &told).await?;
    act.answer(id, format!("{name} is suspended until {}.", day(until))).await
}
