//! `GET /api/v1/insight/cache`

mod answer;
mod policy;

use axum::{Extension, Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::Operator;
use tally_cache::Cache;
use tally_http::{ApiResult, Clamped, Params, Problems, access::OPERATOR};
use utoipa::{IntoParams, ToSchema};

pub use self::answer::{CacheInsight, Counted};
use crate::Insight;

/// Which processes, and which policies.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CacheQuery {
    /// `process` is the one that answers; `all` adds what the others told in the last minute.
    #[serde(default)]
    #[param(inline)]
    scope: Processes,
    /// How the policies' names begin.
    #[serde(default)]
    policy: String,
    /// Policies at most.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 250)]
    limit: Clamped<1, 250, 250>,
}

/// Whose counters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Processes {
    #[default]
    All,
    Process,
}

/// Milliseconds, to the microsecond.
pub(crate) fn ms(micros: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "figures stay below 2^53 microseconds, three centuries")]
    let micros = micros as f64;
    micros / 1_000.0
}

/// What the cache does, policy by policy
#[utoipa::path(
    get,
    path = "/insight/cache",
    tag = "insight",
    params(CacheQuery),
    responses((status = OK, body = CacheInsight), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(OPERATOR))),
)]
pub(crate) async fn get_insight_cache(
    State(cache): State<Cache>,
    Extension(insight): Extension<Insight>,
    _: Operator,
    Params(CacheQuery { scope, policy, limit }): Params<CacheQuery>,
) -> ApiResult<Json<CacheInsight>> {
    let others = cache.others().await;
    let mut counted = Counted { processes: vec![cache.process_figures()], stored: None };
    if let Some((processes, stored)) = others {
        counted.stored = Some(stored);
        if scope == Processes::All {
            counted.processes.extend(processes);
        }
    }
    let mut answer = CacheInsight::new(scope, &counted, insight.catalogue().await);
    answer.policies.retain(|row| row.policy.starts_with(&policy));
    answer.policies.truncate(limit.0.try_into().unwrap_or(usize::MAX));
    Ok(Json(answer))
}
