//! `GET /api/v1/auth/user-sessions`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Member;
use tally_db::Db;
use tally_entity::SessionId;
use tally_http::{ApiResult, Problems, access::MEMBER};
use utoipa::ToSchema;

use crate::{
    device::{DeviceType, describe},
    now,
    repository::user_sessions::{self, UserSession},
};

/// A live session.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnSession {
    id: i64,
    /// Browser and system, as far as they can be told.
    device_name: String,
    device_type: DeviceType,
    ip_address: Option<String>,
    user_agent: Option<String>,
    /// Whether it is the one that asks.
    is_current: bool,
    is_active: bool,
    created_at: DateTime<Utc>,
    /// `created_at` again.
    logged_in_at: DateTime<Utc>,
    last_activity: DateTime<Utc>,
    /// `last_activity` again.
    last_used_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

impl OwnSession {
    fn of(row: UserSession, current: SessionId) -> Self {
        let UserSession { id, ip, user_agent, created_at, last_used_at, expires_at } = row;
        let (device_name, device_type) = describe(user_agent.as_deref());
        Self {
            id: id.0,
            device_name,
            device_type,
            ip_address: ip,
            user_agent,
            is_current: id == current,
            is_active: true,
            created_at,
            logged_in_at: created_at,
            last_activity: last_used_at,
            last_used_at,
            expires_at,
        }
    }
}

/// Own live sessions, the last used first
#[utoipa::path(
    get,
    path = "/auth/user-sessions",
    tag = "auth",
    responses((status = OK, body = Vec<OwnSession>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_own_sessions(
    State(db): State<Db>,
    member: Member,
) -> ApiResult<Json<Vec<OwnSession>>> {
    let rows = user_sessions::load(db.reads(), member.id, now()).await?;
    Ok(Json(rows.into_iter().map(|row| OwnSession::of(row, member.session_id)).collect()))
}
