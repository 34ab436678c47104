//! `POST /api/v1/insight/cache/flush`

use axum::{Extension, Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Operator, audit, audit::Trail};
use tally_cache::Cache;
use tally_db::Db;
use tally_http::{ApiError, ApiResult, Body, Problems, access::OPERATOR};
use utoipa::ToSchema;

use crate::{Insight, Kept};

/// What ends: exactly one of the three.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub struct Flush {
    /// Every answer of one policy.
    pub policy: Option<String>,
    /// Every answer that carries a tag: a table, or `table/column=value`.
    pub tag: Option<String>,
    /// Every answer.
    #[serde(default)]
    pub everything: bool,
}

/// What ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Flushed {
    /// The policy, the tag, or `everything`.
    flushed: String,
    /// The time of the clock from which answers count again.
    seq: u64,
}

impl Flush {
    /// The policy, the tag, or `everything`.
    ///
    /// # Errors
    /// When it is not exactly one of them, or names nothing.
    pub fn what(&self, catalogue: &[Kept]) -> ApiResult<String> {
        match self {
            Self { policy: Some(name), tag: None, everything: false } => {
                let known = catalogue.iter().any(|kept| kept.policy.name == name);
                known
                    .then(|| name.clone())
                    .ok_or_else(|| ApiError::invalid("/policy", "there is no such policy"))
            }
            Self { policy: None, tag: Some(tag), everything: false } => is_tag(tag)
                .then(|| tag.clone())
                .ok_or_else(|| ApiError::invalid("/tag", "must be a table or table/column=value")),
            Self { policy: None, tag: None, everything: true } => Ok("everything".to_owned()),
            _ => Err(ApiError::invalid("/policy", "name exactly one of policy, tag and everything")),
        }
    }

    /// Ends it, in one round trip. Says whether every process was told.
    pub async fn run(&self, cache: &Cache, catalogue: &[Kept]) -> bool {
        match self {
            Self { tag: Some(tag), .. } => cache.invalidate(std::slice::from_ref(tag)).await,
            Self { policy: Some(name), .. } => match catalogue.iter().find(|kept| kept.policy.name == name) {
                Some(kept) => cache.flush(kept.policy).await,
                None => false,
            },
            Self { .. } => cache.forget_everything().await,
        }
    }
}

/// Whether this is how the database's triggers name what was touched.
fn is_tag(tag: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name.len() <= 63
            && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
    };
    match tag.split_once('/') {
        None => is_name(tag),
        Some((table, narrowed)) => {
            let (column, value) = narrowed.split_once('=').map_or((narrowed, None), |(c, v)| (c, Some(v)));
            is_name(table) && is_name(column) && value.is_none_or(|value| value.parse::<i64>().is_ok())
        }
    }
}

/// Ends kept answers
#[utoipa::path(
    post,
    path = "/insight/cache/flush",
    tag = "insight",
    request_body = Flush,
    responses((status = OK, body = Flushed), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(OPERATOR))),
)]
pub(crate) async fn flush_insight_cache(
    State(db): State<Db>,
    State(cache): State<Cache>,
    Extension(insight): Extension<Insight>,
    Operator(operator): Operator,
    trail: Trail,
    Body(flush): Body<Flush>,
) -> ApiResult<Json<Flushed>> {
    let catalogue = insight.catalogue().await;
    let flushed = flush.what(catalogue)?;
    let tx = db.write().await?;
    let action = format!("Flushed the cache: {flushed}");
    audit::record_operation(&*tx, (&operator).into(), action, "cache", &trail).await?;
    if !flush.run(&cache, catalogue).await {
        return Err(ApiError::unavailable("Redis does not answer: only this process's answers ended."));
    }
    tx.commit().await?;
    Ok(Json(Flushed { flushed, seq: cache.seq() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_as_the_database_names_them() {
        for tag in ["orders", "orders/website_id", "orders/website_id=3", "users/id=-1"] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in ["", "*", "Orders", "orders/", "orders/website_id=x", "orders\nusers", "a b", "policy:p"] {
            assert!(!is_tag(tag), "{tag}");
        }
    }
}
