//! `GET /api/v1/auth/session-management/status`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Member;
use tally_http::{AppState, Problems, access::MEMBER};
use utoipa::ToSchema;

use crate::now;

/// So many seconds before the end, a page should warn.
const WARNING: i64 = 300;

/// How long the caller has been idle, and how long he may be.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionStatus {
    is_active: bool,
    /// At least 1: at 0 a page would sign its user out, and idleness alone ends nothing here.
    remaining_seconds: i64,
    idle_seconds: i64,
    timeout_seconds: i64,
    warning_threshold: i64,
    should_warn: bool,
    last_activity: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

/// How long the session has been idle
#[utoipa::path(
    get,
    path = "/auth/session-management/status",
    tag = "auth",
    responses((status = OK, body = SessionStatus), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_session_status(State(app): State<AppState>, member: Member) -> Json<SessionStatus> {
    let timeout_seconds = timeout_seconds(&app);
    let idle_seconds = (now() - member.last_used_at).num_seconds().max(0);
    let remaining_seconds = (timeout_seconds - idle_seconds).max(1);
    Json(SessionStatus {
        is_active: true,
        remaining_seconds,
        idle_seconds,
        timeout_seconds,
        warning_threshold: WARNING,
        should_warn: remaining_seconds <= WARNING,
        last_activity: member.last_used_at,
        expires_at: member.expires_at,
    })
}

/// The configured idle time.
pub(super) fn timeout_seconds(app: &AppState) -> i64 {
    i64::try_from(app.auth.session_timeout.as_secs()).unwrap_or(i64::MAX)
}
