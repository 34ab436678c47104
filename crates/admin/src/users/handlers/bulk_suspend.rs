//! `POST /api/v1/admin-management/user-management/bulk_suspend`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
    notice::Event,
};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiResult, Body, IdempotencyHeader, Problems, Text, access::ADMIN};
use utoipa::ToSchema;

use super::{
    bulk_activate::few,
    sanction::{Sanction, SanctionForm},
};
use crate::users::{
    act::Act,
    repository::bulk::{self, Terms},
};

/// Whom to suspend, why, and for how long.
#[derive(Deserialize, ToSchema)]
pub(crate) struct BulkSuspendForm {
    /// 1 to 200 users. Those whom the caller may not touch are left out.
    #[schema(value_type = Vec<i64>, min_items = 1, max_items = 200)]
    user_ids: Vec<UserId>,
    /// `No reason provided` when absent.
    reason: Option<Text<0, 2000>>,
    /// 30 when absent.
    #[schema(minimum = 1, maximum = 3650)]
    duration_days: Option<i64>,
}

/// How many were suspended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BulkSuspended {
    message: String,
    suspended_count: usize,
}

/// Keeps users out for a while
#[utoipa::path(
    post,
    path = "/admin-management/user-management/bulk_suspend",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = BulkSuspendForm,
    responses((status = OK, body = BulkSuspended), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn bulk_suspend_admin_users(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    Body(BulkSuspendForm { user_ids, reason, duration_days }): Body<BulkSuspendForm>,
) -> ApiResult<Response> {
    let (users, sanction) = (few(user_ids)?, SanctionForm { reason, duration_days });
    let tx = once.begin(&db).await?;
    let suspended_count = suspend(&Act::new(&tx, &admin, admin.scope, &trail), users, sanction).await?;
    let message = format!("Users suspended: {suspended_count}.");
    tx.commit(Json(BulkSuspended { message, suspended_count })).await
}

async fn suspend(act: &Act<'_>, users: Vec<UserId>, form: SanctionForm) -> ApiResult<usize> {
    let sanction = form.from(act.now)?;
    act.caller.require(act.tx, Permission::SuspendUsers).await?;
    let told = sanction.told("Your account is suspended");
    let Sanction { reason, until } = sanction;
    let terms = Terms { reason, from: act.now, until };
    let suspended = bulk::suspend(act.tx, act.scope, &act.among(users), terms).await?;
    let count = suspended.len();
    let people: Vec<_> = suspended.iter().map(|user| (user.id, user.website)).collect();
    act.tell(Event::AccountSuspended, people, &told).await?;
    let done = suspended.into_iter().map(|user| {
        let action = format!("Suspended user {}", user.username);
        (user, action)
    });
    act.record_all(ActionKind::Account, done).await?;
    Ok(count)
}
