//! What is told about a cache: plain numbers, which processes publish and others add up.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Buckets, Policy};

/// What became of the requests of one policy. Each counts once, as `l1`, `l2`, `stale`, `miss`, `collapsed`,
/// `bypass`, `refresh` or `errors`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    /// The policy.
    pub policy: String,
    /// Seconds an answer stays fresh.
    pub fresh_s: u64,
    /// Extra seconds in which it may be served while a new one loads.
    pub grace_s: u64,
    /// Extra seconds in which it may be served because loading fails.
    pub fail_safe_s: u64,
    /// What it reads: a table, or the column that narrows it.
    pub reads: Vec<String>,
    /// Answered from this process.
    pub l1: u64,
    /// Answered from Redis.
    pub l2: u64,
    /// Answered with an old answer.
    pub stale: u64,
    /// Loaded for the caller.
    pub miss: u64,
    /// Answered with another caller's load.
    pub collapsed: u64,
    /// Loaded past the cache.
    pub bypass: u64,
    /// Loaded because the caller asked for it.
    pub refresh: u64,
    /// Not answered.
    pub errors: u64,
    /// Answers that the caller had already, counted above too.
    pub not_modified: u64,
    /// Loads ended.
    pub loads: u64,
    /// Loads that failed.
    pub load_errors: u64,
    /// Time of the successful loads, in microseconds.
    pub load_us: u64,
    /// How it is spread, in microseconds.
    pub load_times: Buckets,
    /// Statements of the successful loads.
    pub load_statements: u64,
    /// Looked up and found too old.
    pub lost_expired: u64,
    /// How old those were, in milliseconds: as long as this an answer would have had to stay fresh.
    pub late: Buckets,
    /// Looked up and found invalid.
    pub lost_invalidated: u64,
    /// By which tag.
    pub tags: BTreeMap<String, u64>,
    /// Looked up and gone for room.
    pub lost_evicted: u64,
    /// Answers kept in the process.
    pub entries: u64,
    /// What they weigh.
    pub bytes: u64,
    /// Of their keys: how many values the scope has, and each parameter. Only where answers are suspiciously many.
    pub values: Vec<u64>,
}

impl From<&Policy> for Figures {
    fn from(policy: &Policy) -> Self {
        Self {
            policy: policy.name.to_owned(),
            fresh_s: policy.fresh.as_secs(),
            grace_s: policy.grace.as_secs(),
            fail_safe_s: policy.fail_safe.as_secs(),
            reads: policy.reads.iter().map(ToString::to_string).collect(),
            ..Self::default()
        }
    }
}

impl Figures {
    /// Requests answered without a load of their own or a wait for one.
    pub fn hits(&self) -> u64 {
        self.l1 + self.l2 + self.stale
    }

    /// Requests that waited for a load; those whose load failed among them.
    pub fn misses(&self) -> u64 {
        self.miss + self.collapsed + self.errors
    }

    /// All of them.
    pub fn requests(&self) -> u64 {
        self.hits() + self.misses() + self.bypass + self.refresh
    }

    /// Loads that gave an answer.
    pub fn loaded(&self) -> u64 {
        self.loads - self.load_errors.min(self.loads)
    }

    /// Whether more answers are kept than requests explain.
    pub fn is_scattered(&self) -> bool {
        2 * self.entries > self.requests()
    }

    /// Adds what another process counted for the same policy.
    pub fn add(&mut self, other: &Self) {
        for (sum, part) in [
            (&mut self.l1, other.l1),
            (&mut self.l2, other.l2),
            (&mut self.stale, other.stale),
            (&mut self.miss, other.miss),
            (&mut self.collapsed, other.collapsed),
            (&mut self.bypass, other.bypass),
            (&mut self.refresh, other.refresh),
            (&mut self.errors, other.errors),
            (&mut self.not_modified, other.not_modified),
            (&mut self.loads, other.loads),
            (&mut self.load_errors, other.load_errors),
            (&mut self.load_us, other.load_us),
            (&mut self.load_statements, other.load_statements),
            (&mut self.lost_expired, other.lost_expired),
            (&mut self.lost_invalidated, other.lost_invalidated),
            (&mut self.lost_evicted, other.lost_evicted),
            (&mut self.entries, other.entries),
            (&mut self.bytes, other.bytes),
        ] {
            *sum += part;
        }
        self.load_times.add(&other.load_times);
        self.late.add(&other.late);
        for (tag, times) in &other.tags {
            *self.tags.entry(tag.clone()).or_default() += times;
        }
        // Processes keep copies of the same answers: their values are not different ones.
        self.values.resize(self.values.len().max(other.values.len()), 0);
        self.values.iter_mut().zip(&other.values).for_each(|(own, other)| *own = (*own).max(*other));
    }
}

/// Everything a process tells about its cache.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessFigures {
    /// Its name.
    pub process: String,
    /// Since when it counts, in milliseconds of the epoch.
    pub since_ms: i64,
    /// When it told this.
    pub at_ms: i64,
    /// By policy, in order of their names.
    pub policies: Vec<Figures>,
    /// Its memory.
    pub level1: Level1Figures,
    /// Its way to Redis.
    pub level2: Level2Figures,
    /// Its clock.
    pub clock: ClockFigures,
}

/// The first level of one process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level1Figures {
    /// Answers kept.
    pub entries: u64,
    /// What they weigh.
    pub bytes: u64,
    /// What they may weigh.
    pub max_bytes: u64,
    /// Answers that went for room.
    pub evictions: u64,
}

/// Whether Redis may be counted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level2State {
    /// It answers, and the process has caught up.
    Up,
    /// It is configured and does not answer.
    Down,
    /// It is not configured.
    #[default]
    Off,
}

/// The second level as one process sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level2Figures {
    /// Whether it may be counted on.
    pub state: Level2State,
    /// How often it was lost.
    pub errors: u64,
    /// Round trips, in microseconds.
    pub round_trips: Buckets,
}

/// The clock as one process knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockFigures {
    /// The epoch; 0 while the process has never heard of one.
    pub epoch: u64,
    /// The latest time known to have passed.
    pub seq: u64,
    /// Up to here nothing was missed.
    pub applied_seq: u64,
    /// Whether something may have been missed.
    pub in_doubt: bool,
    /// Rows that the last sweep left in the outbox; nothing when it could not look.
    pub outbox_rows: Option<u64>,
    /// For how long there have been such rows.
    pub oldest_outbox_ms: Option<u64>,
}
