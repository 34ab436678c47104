//! `POST /api/v1/insight/reset`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Operator, audit, audit::Trail};
use tally_cache::Cache;
use tally_db::Db;
use tally_http::{ApiError, ApiResult, Body, Problems, access::OPERATOR};
use tally_kernel::Clock;
use utoipa::ToSchema;

/// Which counters begin anew.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct ResetRequest {
    #[serde(default)]
    what: Counters,
}

/// Counters by what they count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Counters {
    Slow,
    Repeats,
    Endpoints,
    Cache,
    #[default]
    All,
}

/// Counters that are zero now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ResetAnswer {
    reset: Counters,
    at: DateTime<Utc>,
}

/// Sets counters of all processes to zero; what is kept stays
#[utoipa::path(
    post,
    path = "/insight/reset",
    tag = "insight",
    request_body = ResetRequest,
    responses((status = OK, body = ResetAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(OPERATOR))),
)]
pub(crate) async fn reset_insight(
    State(db): State<Db>,
    State(cache): State<Cache>,
    Operator(operator): Operator,
    trail: Trail,
    Body(ResetRequest { what }): Body<ResetRequest>,
) -> ApiResult<Json<ResetAnswer>> {
    let tx = db.write().await?;
    let action = "Reset insight counters".to_owned();
    audit::record_operation(&*tx, (&operator).into(), action, "insight", &trail).await?;
    // Only the cache counts anything yet.
    if matches!(what, Counters::Cache | Counters::All) && !cache.reset_figures().await {
        return Err(ApiError::unavailable("Redis does not answer: only this process counts anew."));
    }
    tx.commit().await?;
    Ok(Json(ResetAnswer { reset: what, at: Clock::real() }))
}
