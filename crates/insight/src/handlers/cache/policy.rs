use serde::Serialize;
use tally_cache::Figures;
use tally_http::Decimal;
use utoipa::ToSchema;

use super::{answer::percent, ms};
use crate::{
    Kept,
    verdict::{self, Verdict},
};

/// Tags that are told.
const TOP: usize = 5;

/// What the cache does for one policy.
#[derive(Debug, Serialize, ToSchema)]
pub struct PolicyInsight {
    /// Its name.
    pub policy: String,
    /// Ids of the operations.
    endpoints: Vec<String>,
    fresh_s: u64,
    grace_s: u64,
    fail_safe_s: u64,
    /// What tells its answers apart.
    varies_on: Vec<String>,
    /// A table, or the column that narrows it.
    reads: Vec<String>,
    /// Answered from the process.
    pub l1: u64,
    /// Answered from Redis.
    pub l2: u64,
    /// Answered with an old answer while the next loads, or because it cannot.
    pub stale: u64,
    /// Loaded for the caller, or tried to.
    pub miss: u64,
    /// Waited for another caller's load.
    pub collapsed: u64,
    /// Loaded past the cache.
    pub bypass: u64,
    /// Loaded because the caller wanted it anew.
    pub refresh: u64,
    /// 304 among them all.
    not_modified: u64,
    /// Percent of hits, of hits and misses.
    pub hit_rate: Decimal,
    /// Loads that ended.
    pub loads: u64,
    load_errors: u64,
    /// What a load took.
    pub load_ms: LoadTimes,
    load_statements_mean: Option<Decimal>,
    saved_ms: f64,
    lost: LostAnswers,
    /// The tags that ended it most.
    top_tags: Vec<EndingTag>,
    entries: u64,
    bytes: u64,
    /// What to think of it.
    pub verdict: Verdict,
    /// What could be done.
    pub advice: Option<String>,
}

/// What a load took, in milliseconds.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoadTimes {
    mean: Option<f64>,
    /// Within 2 %.
    pub p95: Option<f64>,
}

/// Why a look-up found an answer it could not use.
#[derive(Debug, Serialize, ToSchema)]
struct LostAnswers {
    expired: u64,
    invalidated: u64,
    evicted: u64,
}

/// A tag, and how often it ended an answer that was asked for afterwards.
#[derive(Debug, Serialize, ToSchema)]
struct EndingTag {
    tag: String,
    invalidations: u64,
}

impl PolicyInsight {
    pub(super) fn new(figures: &Figures, kept: Option<&Kept>, max_bytes: u64) -> Self {
        let endpoints = kept.map(|kept| kept.endpoints.clone()).unwrap_or_default();
        let varies_on = kept.map(|kept| kept.varies_on.clone()).unwrap_or_default();
        let (verdict, advice) = verdict::judge(figures, &varies_on, max_bytes);
        let top_tags = verdict::top_tags(figures).into_iter().take(TOP);
        let (hits, misses, loaded) = (figures.hits(), figures.misses(), figures.loaded());
        let mean_us = figures.load_us.checked_div(loaded);
        let statements = i64::try_from(figures.load_statements).unwrap_or(i64::MAX);
        Self {
            policy: figures.policy.clone(),
            endpoints,
            fresh_s: figures.fresh_s,
            grace_s: figures.grace_s,
            fail_safe_s: figures.fail_safe_s,
            varies_on,
            reads: figures.reads.clone(),
            l1: figures.l1,
            l2: figures.l2,
            stale: figures.stale,
            // A request whose load failed was one all the same.
            miss: figures.miss + figures.errors,
            collapsed: figures.collapsed,
            bypass: figures.bypass,
            refresh: figures.refresh,
            not_modified: figures.not_modified,
            hit_rate: percent(hits, hits + misses),
            loads: figures.loads,
            load_errors: figures.load_errors,
            load_ms: LoadTimes { mean: mean_us.map(ms), p95: figures.load_times.percentile(95).map(ms) },
            load_statements_mean: Decimal::mean(statements, i64::try_from(loaded).unwrap_or(i64::MAX)),
            saved_ms: ms(hits * figures.load_us / loaded.max(1)),
            lost: LostAnswers {
                expired: figures.lost_expired,
                invalidated: figures.lost_invalidated,
                evicted: figures.lost_evicted,
            },
            top_tags: top_tags
                .map(|(tag, invalidations)| EndingTag { tag: tag.to_owned(), invalidations })
                .collect(),
            entries: figures.entries,
            bytes: figures.bytes,
            verdict,
            advice,
        }
    }
}
