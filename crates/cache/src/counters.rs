//! What became of each request, by policy. Counting takes a few atomic additions, whatever it was.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use metrics::Counter;
use tally_kernel::Clock;

use crate::{Figures, Policy, Source, buckets::Histogram};

/// The outcomes of a request, as the metrics name them.
const OUTCOMES: [&str; 9] =
    ["hit", "l2", "stale", "miss", "collapsed", "bypass", "refresh", "error", "not_modified"];
/// Why a look-up could not use what it found.
const LOST: [&str; 3] = ["expired", "invalidated", "evicted"];
/// Tags counted one by one for a policy; beyond that a tag counts as its column.
const MOST_TAGS: usize = 500;

/// Why a look-up found an entry it could not use, or none.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lost {
    /// Its time had ended.
    Expired,
    /// It went for room.
    Evicted,
}

/// A number of ours, and the same for Prometheus, which is never set back.
struct Count(AtomicU64, Counter);

impl Count {
    fn add(&self) {
        self.0.fetch_add(1, Relaxed);
        self.1.increment(1);
    }

    fn get(&self) -> u64 {
        self.0.load(Relaxed)
    }
}

/// The counters of one policy in this process.
pub(crate) struct Counters {
    policy: &'static Policy,
    outcomes: [Count; OUTCOMES.len()],
    lost: [Count; LOST.len()],
    loads: AtomicU64,
    load_errors: AtomicU64,
    load_us: AtomicU64,
    load_statements: AtomicU64,
    load_times: Histogram,
    exported_load_times: metrics::Histogram,
    late: Histogram,
    tags: Mutex<HashMap<String, u64>>,
}

impl std::fmt::Debug for Counters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.figures().fmt(f)
    }
}

impl Counters {
    fn new(policy: &'static Policy) -> Self {
        let outcome = |outcome: &'static str| {
            let counter = metrics::counter!(
                "tally_cache_requests_total", "policy" => policy.name, "outcome" => outcome
            );
            Count(AtomicU64::new(0), counter)
        };
        let lost = |reason: &'static str| {
            let counter =
                metrics::counter!("tally_cache_lost_total", "policy" => policy.name, "reason" => reason);
            Count(AtomicU64::new(0), counter)
        };
        Self {
            policy,
            outcomes: OUTCOMES.map(outcome),
            lost: LOST.map(lost),
            loads: AtomicU64::new(0),
            load_errors: AtomicU64::new(0),
            load_us: AtomicU64::new(0),
            load_statements: AtomicU64::new(0),
            load_times: Histogram::default(),
            exported_load_times: metrics::histogram!("tally_cache_load_seconds", "policy" => policy.name),
            late: Histogram::default(),
            tags: Mutex::default(),
        }
    }

    pub(crate) fn count(&self, source: Option<Source>) {
        let outcome = match source {
            Some(Source::Hit) => 0,
            Some(Source::Level2) => 1,
            Some(Source::Stale) => 2,
            Some(Source::Loaded { .. }) => 3,
            Some(Source::Collapsed) => 4,
            Some(Source::Bypass) => 5,
            Some(Source::Refreshed) => 6,
            None => 7,
        };
        self.outcomes[outcome].add();
    }

    pub(crate) fn count_not_modified(&self) {
        self.outcomes[8].add();
    }

    /// Counts a load: how long it took and its statements, unless it failed.
    pub(crate) fn count_load(&self, loaded: Option<(Duration, u32)>) {
        self.loads.fetch_add(1, Relaxed);
        let Some((took, statements)) = loaded else {
            self.load_errors.fetch_add(1, Relaxed);
            return;
        };
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.load_us.fetch_add(micros, Relaxed);
        self.load_statements.fetch_add(statements.into(), Relaxed);
        self.load_times.record(micros);
        self.exported_load_times.record(took);
    }

    /// Counts an entry that a look-up found too old.
    pub(crate) fn count_expired(&self, age: Duration) {
        self.lost[0].add();
        self.late.record(u64::try_from(age.as_millis()).unwrap_or(u64::MAX));
    }

    /// Counts an entry that a look-up found invalid, and the tag that moved.
    pub(crate) fn count_invalidated(&self, tag: &str) {
        self.lost[1].add();
        let mut tags = lock(&self.tags);
        let full = tags.len() >= MOST_TAGS && !tags.contains_key(tag);
        let tag = if full { tag.split('=').next().unwrap_or(tag) } else { tag };
        match tags.get_mut(tag) {
            Some(times) => *times += 1,
            None => _ = tags.insert(tag.to_owned(), 1),
        }
    }

    /// Counts a look-up that found nothing where something had been.
    pub(crate) fn count_gone(&self, lost: Lost) {
        self.lost[match lost {
            Lost::Expired => 0,
            Lost::Evicted => 2,
        }]
        .add();
    }

    fn reset(&self) {
        self.outcomes.iter().chain(&self.lost).for_each(|count| count.0.store(0, Relaxed));
        let plain = [&self.loads, &self.load_errors, &self.load_us, &self.load_statements];
        for count in plain {
            count.store(0, Relaxed);
        }
        self.load_times.reset();
        self.late.reset();
        lock(&self.tags).clear();
    }

    fn figures(&self) -> Figures {
        let [l1, l2, stale, miss, collapsed, bypass, refresh, errors, not_modified] =
            self.outcomes.each_ref().map(Count::get);
        let [lost_expired, lost_invalidated, lost_evicted] = self.lost.each_ref().map(Count::get);
        Figures {
            l1,
            l2,
            stale,
            miss,
            collapsed,
            bypass,
            refresh,
            errors,
            not_modified,
            loads: self.loads.load(Relaxed),
            load_errors: self.load_errors.load(Relaxed),
            load_us: self.load_us.load(Relaxed),
            load_times: self.load_times.buckets(),
            load_statements: self.load_statements.load(Relaxed),
            lost_expired,
            late: self.late.buckets(),
            lost_invalidated,
            tags: lock(&self.tags).iter().map(|(tag, times)| (tag.clone(), *times)).collect(),
            lost_evicted,
            ..Figures::from(self.policy)
        }
    }
}

/// The counters of every policy that was asked for. An entry keeps its own, so a hit looks nothing up here.
pub(crate) struct AllCounters {
    by_policy: Mutex<HashMap<&'static str, Arc<Counters>>>,
    since_ms: AtomicI64,
}

impl Default for AllCounters {
    fn default() -> Self {
        Self { by_policy: Mutex::default(), since_ms: Clock::real().timestamp_millis().into() }
    }
}

impl AllCounters {
    pub(crate) fn of(&self, policy: &'static Policy) -> Arc<Counters> {
        let mut by_policy = lock(&self.by_policy);
        Arc::clone(by_policy.entry(policy.name).or_insert_with(|| Arc::new(Counters::new(policy))))
    }

    /// By name.
    pub(crate) fn figures(&self) -> Vec<Figures> {
        let mut figures: Vec<_> = lock(&self.by_policy).values().map(|counters| counters.figures()).collect();
        figures.sort_by(|one, other| one.policy.cmp(&other.policy));
        figures
    }

    pub(crate) fn since_ms(&self) -> i64 {
        self.since_ms.load(Relaxed)
    }

    /// Counts from nothing again.
    pub(crate) fn reset(&self) {
        lock(&self.by_policy).values().for_each(|counters| counters.reset());
        self.since_ms.store(Clock::real().timestamp_millis(), Relaxed);
    }
}

fn lock<T>(counted: &Mutex<T>) -> MutexGuard<'_, T> {
    counted.lock().unwrap_or_else(PoisonError::into_inner)
}
