//! `POST /api/v1/users/users/update_online_status`

use axum::{Json, extract::State, response::Response};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Member, Once};
use tally_db::Db;
use tally_http::{ApiResult, IdempotencyHeader, Problems, access::MEMBER};
use utoipa::ToSchema;

use crate::{now, repository::presence};

/// Somebody who is here.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OnlineStatus {
    is_online: bool,
    last_active_at: DateTime<Utc>,
}

/// Notes that the caller is online
#[utoipa::path(
    post,
    path = "/users/users/update_online_status",
    tag = "users",
    params(IdempotencyHeader),
    responses((status = OK, body = OnlineStatus), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn update_own_online_status(
    State(db): State<Db>,
    member: Member,
    once: Once,
) -> ApiResult<Response> {
    let now = now();
    let tx = once.begin(&db).await?;
    presence::seen(&*tx, member.id, now).await?;
    tx.commit(Json(OnlineStatus { is_online: true, last_active_at: now })).await
}
