//! `POST /api/v1/auth/session-management/extend`

use axum::{Json, extract::State};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use tally_auth::Member;
use tally_http::{ApiError, ApiResult, AppState, Problems, TokenFault, access::MEMBER};
use utoipa::ToSchema;

use super::status::timeout_seconds;
use crate::{
    now,
    repository::{extend, presence},
};

/// A session somebody is active in ends no sooner than this.
const AT_LEAST: TimeDelta = TimeDelta::days(7);

/// A session kept awake.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KeptAwake {
    message: &'static str,
    remaining_seconds: i64,
    extended_at: DateTime<Utc>,
}

/// Keeps the session awake
#[utoipa::path(
    post,
    path = "/auth/session-management/extend",
    tag = "auth",
    responses((status = OK, body = KeptAwake), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn extend_session(
    State(app): State<AppState>,
    member: Member,
) -> ApiResult<Json<KeptAwake>> {
    let now = now();
    let tx = app.db.write().await?;
    if !extend::apply(&*tx, member.session_id, now + AT_LEAST, now).await? {
        return Err(ApiError::unauthenticated(TokenFault::NotValid));
    }
    presence::seen(&*tx, member.id, now).await?;
    tx.commit().await?;
    let remaining_seconds = timeout_seconds(&app);
    Ok(Json(KeptAwake { message: "Session extended", remaining_seconds, extended_at: now }))
}
