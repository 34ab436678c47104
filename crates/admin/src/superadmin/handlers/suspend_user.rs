//! `POST /api/v1/superadmin-management/users/suspend_user`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{Once, ScopeQuery, Scoped, Superadmin, audit::Trail};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiResult, Body, IdempotencyHeader, Problems, Text, access::SUPERADMIN};
use utoipa::ToSchema;

use crate::users::{
    act::{Act, Acted},
    handlers::{sanction::SanctionForm, suspend::suspend},
};

/// Whom to suspend, and why.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SuspendedUserForm {
    #[schema(value_type = i64)]
    user_id: UserId,
    /// `No reason provided` when absent.
    reason: Option<Text<0, 2000>>,
}

/// Keeps a user out for 30 days
#[utoipa::path(
    post,
    path = "/superadmin-management/users/suspend_user",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = SuspendedUserForm,
    responses((status = OK, body = Acted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn suspend_superadmin_user(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    once: Once,
    trail: Trail,
    Body(SuspendedUserForm { user_id, reason }): Body<SuspendedUserForm>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let act = Act::new(&tx, &superadmin, superadmin.scope, &trail);
    let acted = suspend(&act, user_id, SanctionForm::new(reason)).await?;
    tx.commit(Json(acted)).await
}
