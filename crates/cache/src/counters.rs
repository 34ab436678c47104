//! What became of each request, by policy.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use metrics::Counter;
use serde::{Deserialize, Serialize};

use crate::{Policy, Source};

/// The outcomes of a request, as the metrics name them.
const OUTCOMES: [&str; 8] = ["hit", "l2", "stale", "miss", "collapsed", "refresh", "error", "not_modified"];

/// The counters of one policy in this process.
pub(crate) struct Counters {
    policy: &'static Policy,
    outcomes: [(AtomicU64, Counter); OUTCOMES.len()],
    loads: AtomicU64,
    load_errors: AtomicU64,
    load_us: AtomicU64,
    expired: AtomicU64,
    invalidated: AtomicU64,
}

impl std::fmt::Debug for Counters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.figures().fmt(f)
    }
}

/// What became of the requests of one policy. Each counts once, as `l1`, `l2`, `stale`, `miss`, `collapsed`,
/// `refresh` or `errors`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The policy.
    pub policy: String,
    /// Seconds an answer stays fresh.
    pub fresh_s: u64,
    /// Extra seconds in which it may be served while a new one loads.
    pub grace_s: u64,
    /// Extra seconds in which it may be served because loading fails.
    pub fail_safe_s: u64,
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
    /// Looked up and found too old.
    pub lost_expired: u64,
    /// Looked up and found invalid.
    pub lost_invalidated: u64,
}

impl Counters {
    fn new(policy: &'static Policy) -> Self {
        let outcome = |outcome: &'static str| {
            let counter = metrics::counter!(
                "tally_cache_requests_total", "policy" => policy.name, "outcome" => outcome
            );
            (AtomicU64::new(0), counter)
        };
        Self {
            policy,
            outcomes: OUTCOMES.map(outcome),
            loads: AtomicU64::new(0),
            load_errors: AtomicU64::new(0),
            load_us: AtomicU64::new(0),
            expired: AtomicU64::new(0),
            invalidated: AtomicU64::new(0),
        }
    }

    fn add(&self, outcome: usize) {
        let (count, exported) = &self.outcomes[outcome];
        count.fetch_add(1, Relaxed);
        exported.increment(1);
    }

    pub(crate) fn count(&self, source: Option<Source>) {
        self.add(match source {
            Some(Source::Hit) => 0,
            Some(Source::Level2) => 1,
            Some(Source::Stale) => 2,
            Some(Source::Loaded { .. }) => 3,
            Some(Source::Collapsed) => 4,
            Some(Source::Refreshed) => 5,
            None => 6,
        });
    }

    pub(crate) fn count_not_modified(&self) {
        self.add(7);
    }

    pub(crate) fn count_load(&self, took: Option<Duration>) {
        self.loads.fetch_add(1, Relaxed);
        match took {
            Some(took) => {
                self.load_us.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Relaxed);
            }
            None => _ = self.load_errors.fetch_add(1, Relaxed),
        }
    }

    /// Counts an entry that a look-up found and could not use.
    pub(crate) fn count_lost(&self, invalidated: bool) {
        let lost = if invalidated { &self.invalidated } else { &self.expired };
        lost.fetch_add(1, Relaxed);
    }

    fn figures(&self) -> Figures {
        let outcome = |at: usize| self.outcomes[at].0.load(Relaxed);
        Figures {
            policy: self.policy.name.to_owned(),
            fresh_s: self.policy.fresh.as_secs(),
            grace_s: self.policy.grace.as_secs(),
            fail_safe_s: self.policy.fail_safe.as_secs(),
            l1: outcome(0),
            l2: outcome(1),
            stale: outcome(2),
            miss: outcome(3),
            collapsed: outcome(4),
            refresh: outcome(5),
            errors: outcome(6),
            not_modified: outcome(7),
            loads: self.loads.load(Relaxed),
            load_errors: self.load_errors.load(Relaxed),
            load_us: self.load_us.load(Relaxed),
            lost_expired: self.expired.load(Relaxed),
            lost_invalidated: self.invalidated.load(Relaxed),
        }
    }
}

/// The counters of every policy that was asked for. An entry keeps its own, so a hit looks nothing up here.
#[derive(Default)]
pub(crate) struct AllCounters {
    by_policy: Mutex<HashMap<&'static str, Arc<Counters>>>,
}

impl AllCounters {
    pub(crate) fn of(&self, policy: &'static Policy) -> Arc<Counters> {
        let mut by_policy = self.by_policy.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(by_policy.entry(policy.name).or_insert_with(|| Arc::new(Counters::new(policy))))
    }

    /// By name.
    pub(crate) fn figures(&self) -> Vec<Figures> {
        let by_policy = self.by_policy.lock().unwrap_or_else(PoisonError::into_inner);
        let mut figures: Vec<_> = by_policy.values().map(|counters| counters.figures()).collect();
        figures.sort_by(|one, other| one.policy.cmp(&other.policy));
        figures
    }
}
