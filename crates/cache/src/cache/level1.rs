//! What is kept in this process: how it goes in, and how it goes.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use moka::{
    Expiry, notification::RemovalCause, ops::compute::Op, policy::EvictionPolicy, sync::Cache as Moka,
};
use tokio::time::Instant;

use super::Inner;
use crate::{Figures, Key, counters::Lost, entry::Entry, shared::Told};

/// Places of answers that went, remembered to say why a look-up finds nothing there.
const GONE: u64 = 10_000;
/// Newer answers of others that were announced, for as long as an older one may be on its way from Redis.
const ANNOUNCED: u64 = 10_000;
const ON_THE_WAY: Duration = Duration::from_secs(10);

pub(crate) struct Level1 {
    pub(crate) kept: Moka<[u8; 32], Arc<Entry>>,
    gone: Moka<[u8; 32], Lost>,
    announced: Moka<[u8; 32], Told>,
    /// Answers that went for room.
    pub(crate) evictions: Arc<AtomicU64>,
    pub(crate) max_bytes: u64,
}

struct OwnLifetime;

impl Expiry<[u8; 32], Arc<Entry>> for OwnLifetime {
    fn expire_after_create(
        &self,
        _: &[u8; 32],
        entry: &Arc<Entry>,
        _: std::time::Instant,
    ) -> Option<Duration> {
        Some(entry.lifetime.saturating_sub(entry.age(Instant::now())))
    }

    fn expire_after_update(
        &self,
        _: &[u8; 32],
        entry: &Arc<Entry>,
        _: std::time::Instant,
        _: Option<Duration>,
    ) -> Option<Duration> {
        Some(entry.lifetime.saturating_sub(entry.age(Instant::now())))
    }
}

impl Level1 {
    pub(crate) fn new(max_bytes: u64) -> Self {
        let gone: Moka<[u8; 32], Lost> = Moka::builder().max_capacity(GONE).build();
        let evictions = Arc::new(AtomicU64::new(0));
        let (went, counted) = (gone.clone(), Arc::clone(&evictions));
        let kept = Moka::builder()
            .weigher(|_, entry: &Arc<Entry>| entry.weight())
            .max_capacity(max_bytes)
            .expire_after(OwnLifetime)
            .eviction_listener(move |address: Arc<[u8; 32]>, _, cause| match cause {
                RemovalCause::Size => {
                    counted.fetch_add(1, Relaxed);
                    metrics::counter!("tally_cache_evictions_total").increment(1);
                    went.insert(*address, Lost::Evicted);
                }
                RemovalCause::Expired => went.insert(*address, Lost::Expired),
                RemovalCause::Explicit | RemovalCause::Replaced => {}
            })
            .build();
        let announced = Moka::builder()
            .max_capacity(ANNOUNCED)
            .eviction_policy(EvictionPolicy::lru())
            .time_to_live(ON_THE_WAY)
            .build();
        Self { kept, gone, announced, evictions, max_bytes }
    }

    pub(crate) fn get(&self, address: &[u8; 32]) -> Option<Arc<Entry>> {
        self.kept.get(address)
    }

    /// Why nothing is where something was; asked once.
    pub(crate) fn why_gone(&self, address: &[u8; 32]) -> Option<Lost> {
        self.gone.remove(address)
    }
}

impl Inner {
    /// Keeps an answer, unless a newer one is kept that still holds: of two loads the one that began earlier may
    /// end later.
    pub(crate) fn keep(&self, address: [u8; 32], entry: &Arc<Entry>) {
        let is_newer = |kept: &Entry| {
            kept.key == entry.key && entry.stamp.is_before(&kept.stamp) && self.clock.holds(&kept.stamp)
        };
        self.level1.kept.entry(address).and_compute_with(|kept| match kept {
            Some(kept) if is_newer(kept.value()) => Op::Nop,
            _ => Op::Put(Arc::clone(entry)),
        });
    }

    /// Keeps an answer that Redis had. While it was on its way a newer one may have been announced.
    pub(crate) fn keep_found(&self, address: [u8; 32], entry: &Arc<Entry>) {
        self.keep(address, entry);
        if let Some(told) = self.level1.announced.get(&address) {
            self.drop_older(address, told);
        }
    }

    /// Another process stored an answer for all: this one's copy gives way, unless it is that very answer or a
    /// newer one. Messages may come late.
    pub(crate) fn hear_stored(&self, address: [u8; 32], told: Told) {
        // In this order: an answer on its way is looked at by whoever is second.
        self.level1.announced.insert(address, told);
        self.drop_older(address, told);
    }

    fn drop_older(&self, address: [u8; 32], told: Told) {
        self.level1.kept.entry(address).and_compute_with(|kept| match kept {
            Some(kept) if !kept.value().is_at_least(told) => Op::Remove,
            _ => Op::Nop,
        });
    }

    /// How much is kept of each policy, and of how many different things where they seem many.
    pub(super) fn measure(&self, figures: &mut [Figures]) {
        self.level1.kept.run_pending_tasks();
        let entries: Vec<_> = self.level1.kept.iter().map(|(_, entry)| entry).collect();
        let places: HashMap<_, _> =
            figures.iter().enumerate().map(|(at, figures)| (figures.policy.clone(), at)).collect();
        let place = |entry: &Entry| places.get(Key::policy_of(&entry.key)?).copied();
        for (entry, at) in entries.iter().filter_map(|entry| Some((entry, place(entry)?))) {
            figures[at].entries += 1;
            figures[at].bytes += u64::from(entry.weight());
        }
        for (figures, at) in figures.iter_mut().zip(0..).filter(|(figures, _)| figures.is_scattered()) {
            let mut values: Vec<HashSet<&str>> = Vec::new();
            for entry in entries.iter().filter(|entry| place(entry) == Some(at)) {
                for (part, value) in Key::varying_of(&entry.key).enumerate() {
                    values.resize(values.len().max(part + 1), HashSet::new());
                    values[part].insert(value);
                }
            }
            figures.values = values.iter().map(|values| values.len() as u64).collect();
        }
    }
}
