use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_cache::{ClockFigures, Figures, Level1Figures, Level2State, ProcessFigures, Stored};
use tally_http::Decimal;
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{Processes, ms, policy::PolicyInsight};
use crate::{Kept, verdict::TARGET};

/// What processes told.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// One each; the first is the one that answers, if one does.
    pub processes: Vec<ProcessFigures>,
    /// How much Redis holds.
    pub stored: Option<Stored>,
}

/// What the cache does.
#[derive(Debug, Serialize, ToSchema)]
pub struct CacheInsight {
    scope: Processes,
    /// How many it is about.
    pub processes: usize,
    /// When the first of them began to count.
    pub since: DateTime<Utc>,
    generated_at: DateTime<Utc>,
    /// All policies together.
    pub totals: CacheTotals,
    level1: CacheLevel1,
    level2: CacheLevel2,
    clock: CacheClock,
    /// Policy by policy, by name.
    pub policies: Vec<PolicyInsight>,
}

/// All policies together.
#[derive(Debug, Serialize, ToSchema)]
pub struct CacheTotals {
    /// Requests answered with what was kept.
    pub hits: u64,
    /// Requests that waited for a load.
    pub misses: u64,
    /// Both.
    pub total_operations: u64,
    /// Percent of hits.
    pub hit_rate: Decimal,
    /// Milliseconds that hits would have waited.
    pub saved_ms: f64,
    /// Statements that hits would have run.
    pub saved_statements: u64,
    /// The percentage of hits to aim at.
    target: u64,
}

/// The memory of the processes.
#[derive(Debug, Serialize, ToSchema)]
struct CacheLevel1 {
    entries: u64,
    bytes: u64,
    max_bytes: u64,
    evictions: u64,
}

/// Redis.
#[derive(Debug, Serialize, ToSchema)]
struct CacheLevel2 {
    #[schema(value_type = String)]
    state: Level2State,
    /// Keys of the whole server, the clock's own among them.
    entries: Option<u64>,
    /// Memory of the whole server.
    bytes: Option<u64>,
    errors: u64,
    round_trip_ms: CacheTimes,
}

/// How times are spread.
#[derive(Debug, Serialize, ToSchema)]
struct CacheTimes {
    p50: Option<f64>,
    p99: Option<f64>,
}

/// The clock as the answering process knows it.
#[derive(Debug, Serialize, ToSchema)]
struct CacheClock {
    epoch: String,
    seq: u64,
    applied_seq: u64,
    in_doubt: bool,
    outbox_rows: Option<u64>,
    oldest_outbox_ms: Option<u64>,
}

impl CacheInsight {
    /// Adds up what processes told. Policies of the `catalogue` that nobody asked for are there too.
    pub(crate) fn new(scope: Processes, counted: &Counted, catalogue: &[Kept]) -> Self {
        let Counted { processes, stored } = counted;
        let now = Clock::real();
        let since = processes.iter().map(|told| told.since_ms).min();
        let max_bytes = processes.iter().map(|told| told.level1.max_bytes).sum();
        let policies = add_up(processes, catalogue);
        let totals = CacheTotals::of(&policies);
        let endpoint = |name: &str| catalogue.iter().find(|kept| kept.policy.name == name);
        let policies =
            policies.iter().map(|figures| PolicyInsight::new(figures, endpoint(&figures.policy), max_bytes));
        let own = processes.first().cloned().unwrap_or_default();
        Self {
            scope,
            processes: processes.len(),
            since: since.and_then(DateTime::from_timestamp_millis).unwrap_or(now),
            generated_at: now,
            totals,
            level1: CacheLevel1::of(processes),
            level2: CacheLevel2::of(processes, *stored),
            clock: own.clock.into(),
            policies: policies.collect(),
        }
    }

    /// The same for a command, which is no process of them.
    pub fn of_all(counted: &Counted, catalogue: &[Kept]) -> Self {
        Self::new(Processes::All, counted, catalogue)
    }
}

fn add_up(processes: &[ProcessFigures], catalogue: &[Kept]) -> Vec<Figures> {
    let known = catalogue.iter().map(|kept| (kept.policy.name.to_owned(), Figures::from(kept.policy)));
    let mut sums: BTreeMap<String, Figures> = known.collect();
    for figures in processes.iter().flat_map(|told| &told.policies) {
        match sums.get_mut(&figures.policy) {
            Some(sum) => sum.add(figures),
            None => _ = sums.insert(figures.policy.clone(), figures.clone()),
        }
    }
    sums.into_values().collect()
}

impl CacheTotals {
    fn of(policies: &[Figures]) -> Self {
        let hits = policies.iter().map(Figures::hits).sum();
        let misses = policies.iter().map(Figures::misses).sum();
        // What the hits would have taken, had each been an average load.
        let saved = |of: fn(&Figures) -> u64| {
            policies.iter().map(|figures| figures.hits() * of(figures) / figures.loaded().max(1)).sum()
        };
        Self {
            hits,
            misses,
            total_operations: hits + misses,
            hit_rate: percent(hits, hits + misses),
            saved_ms: ms(saved(|figures| figures.load_us)),
            saved_statements: saved(|figures| figures.load_statements),
            target: TARGET,
        }
    }
}

/// `100 × part / whole`.
pub(super) fn percent(part: u64, whole: u64) -> Decimal {
    let count = |count| i64::try_from(count).unwrap_or(i64::MAX);
    Decimal::percent(count(part), count(whole))
}

impl CacheLevel1 {
    fn of(processes: &[ProcessFigures]) -> Self {
        let sum = |of: fn(&Level1Figures) -> u64| processes.iter().map(|told| of(&told.level1)).sum();
        Self {
            entries: sum(|level1| level1.entries),
            bytes: sum(|level1| level1.bytes),
            max_bytes: sum(|level1| level1.max_bytes),
            evictions: sum(|level1| level1.evictions),
        }
    }
}

impl CacheLevel2 {
    fn of(processes: &[ProcessFigures], stored: Option<Stored>) -> Self {
        let mut round_trips = tally_cache::Buckets::default();
        for told in processes {
            round_trips.add(&told.level2.round_trips);
        }
        Self {
            state: processes.first().map(|told| told.level2.state).unwrap_or_default(),
            entries: stored.map(|stored| stored.entries),
            bytes: stored.map(|stored| stored.bytes),
            errors: processes.iter().map(|told| told.level2.errors).sum(),
            round_trip_ms: CacheTimes {
                p50: round_trips.percentile(50).map(ms),
                p99: round_trips.percentile(99).map(ms),
            },
        }
    }
}

impl From<ClockFigures> for CacheClock {
    fn from(figures: ClockFigures) -> Self {
        let ClockFigures { epoch, seq, applied_seq, in_doubt, outbox_rows, oldest_outbox_ms } = figures;
        // As text, since it is larger than the numbers of a browser.
        Self { epoch: epoch.to_string(), seq, applied_seq, in_doubt, outbox_rows, oldest_outbox_ms }
    }
}
