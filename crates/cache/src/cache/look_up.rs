//! From a key to an answer: the short way of a hit, and the long one.

use std::{
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use futures::{FutureExt as _, future::pending};
use serde::Serialize;
use tally_db::{DbErr, Meter, metered};
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;

use super::{Cache, Inner, THROTTLE, load::Wanted};
use crate::{
    LoadFailed, Reply, Source, clock::EVERYTHING, counters::Counters, entry::Entry, flight::Landing, key::Key,
};

/// A refresh asked for within this time of the last load gets that load's answer.
const REFRESH_INTERVAL: Duration = Duration::from_secs(5);
/// Who could be given an old answer waits no longer than this for a new one; it is loaded all the same.
const SOFT: Duration = Duration::from_millis(500);
/// While Redis is away: older news from the outbox than this count for nothing.
const NEWS_LAST: u64 = 1_000;
/// When Redis has just gone, the first look at the outbox is under way: it is worth this wait.
const FIRST_LOOK: Duration = Duration::from_millis(10);

impl Inner {
    /// A fresh answer that nobody doubts, and whether it is time to load the next one behind it. A few atomic
    /// loads; nothing is asked of anybody.
    pub(super) fn at_hand(&self, key: &Key, address: [u8; 32]) -> Option<(Arc<Entry>, bool)> {
        let now = Instant::now();
        if !self.clock.trusted_at(self.at(now)) {
            return None;
        }
        let entry = self.kept(key, address)?;
        let age = entry.age(now);
        if age >= entry.fresh {
            return None;
        }
        entry.count_hit();
        let ahead = entry.near_its_end(age) && entry.ahead(age, chance());
        Some((entry, ahead))
    }

    /// The kept entry, when it is this key's and nothing it read has moved.
    pub(super) fn kept(&self, key: &Key, address: [u8; 32]) -> Option<Arc<Entry>> {
        self.level1.get(&address).filter(|entry| entry.key == key.text() && self.clock.holds(&entry.stamp))
    }

    /// Whether what is kept here may be used: this process has heard, or now asks, what moved.
    pub(super) async fn sure(&self, key: &Key) -> bool {
        if self.clock.trusted_at(self.now()) {
            return true;
        }
        let Some(shared) = &self.shared else { return false };
        if shared.link.is_up() && shared.learn(&self.clock, &key.tags()).await {
            return true;
        }
        if key.policy.identity || shared.link.is_up() {
            return false;
        }
        if self.started.load(Relaxed) {
            let looked = async {
                while self.outage.looked().is_none() {
                    self.swept.notified().await;
                }
            };
            let _ = timeout(FIRST_LOOK, looked).await;
        }
        self.outage.looked().is_some_and(|looked| self.now() < looked + NEWS_LAST)
    }
}

impl Cache {
    pub(super) async fn look_up<T, F>(
        &self,
        key: Key,
        address: [u8; 32],
        refresh: bool,
        load: impl FnOnce() -> F,
    ) -> Result<Reply, LoadFailed>
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let counters = self.inner.counters.of(key.policy);
        let result = self.find(key, address, refresh, &counters, load).await;
        counters.count(result.as_ref().ok().map(|reply| reply.source));
        result
    }

    async fn find<T, F>(
        &self,
        key: Key,
        address: [u8; 32],
        refresh: bool,
        counters: &Counters,
        load: impl FnOnce() -> F,
    ) -> Result<Reply, LoadFailed>
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let inner = &self.inner;
        let sure = inner.sure(&key).await;
        let kept = inner.kept_or_counted(&key, address, counters);
        let throttled = !refresh && inner.is_throttled(address);
        if let Some(entry) = kept.as_ref().filter(|_| sure) {
            let age = entry.age(Instant::now());
            if age < entry.fresh && (!refresh || age < REFRESH_INTERVAL) {
                return Ok(Reply { entry: Arc::clone(entry), source: Source::Hit });
            }
            if !refresh && age < entry.fresh + key.policy.grace {
                self.behind(key, address, entry, load);
                return Ok(Reply { entry: Arc::clone(entry), source: Source::Stale });
            }
        }
        let wait = (sure && !refresh && kept.is_some()).then_some(SOFT);
        let (ended, joined) = if throttled && kept.is_some() || inner.is_database_away() {
            (Err(LoadFailed::Away), false)
        } else {
            let max_age = if refresh { REFRESH_INTERVAL } else { Duration::MAX };
            let wanted = Wanted { max_age, look: sure };
            let (flight, joined) = self.fly(key.clone(), address, wanted, load());
            let impatience = async {
                match wait {
                    Some(soft) => sleep(soft).await,
                    None => pending().await,
                }
                // Without an old answer, or when it was ended meanwhile, the new one is worth any wait.
                if inner.spare(&key, address).is_none() {
                    pending::<()>().await;
                }
            };
            let ended = tokio::select! {
                ended = flight => ended,
                () = inner.database_goes() => Err(LoadFailed::Away),
                () = impatience => Err(LoadFailed::TooLong(SOFT)),
            };
            (ended, joined)
        };
        match ended {
            Ok((entry, from)) => Ok(Reply { entry, source: Source::of(from, joined, refresh) }),
            Err(error) => {
                let spare = inner.spare(&key, address);
                spare.map(|entry| Reply { entry, source: Source::Stale }).ok_or(error)
            }
        }
    }

    /// Loads the successor of `entry` without anybody waiting, unless that is under way or has just failed.
    pub(super) fn behind<T, F>(&self, key: Key, address: [u8; 32], entry: &Entry, load: impl FnOnce() -> F)
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let inner = &self.inner;
        if !inner.flights.has(address) && !inner.is_throttled(address) && !inner.is_database_away() {
            // Another process may have loaded it: anything younger than ours will do.
            let wanted = Wanted { max_age: entry.age(Instant::now()), look: true };
            drop(self.fly(key, address, wanted, load()));
        }
    }

    /// Joins or starts the load of `key`.
    pub(super) fn fly<T, F>(
        &self,
        key: Key,
        address: [u8; 32],
        wanted: Wanted,
        load: F,
    ) -> (impl Future<Output = Landing> + use<T, F>, bool)
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let (tags, text) = (key.tags(), key.text().to_owned());
        let inner = Arc::clone(&self.inner);
        let start = move |_, number| {
            let meter = Meter::current().unwrap_or_default();
            // A task of its own: it acquires, loads, stores and releases whoever goes away.
            let task = tokio::spawn(async move {
                let landing = metered(meter, inner.obtain(&key, address, wanted, load)).await;
                inner.flights.land(address, number);
                landing
            });
            async move { task.await.unwrap_or_else(|error| Err(LoadFailed::Panicked(error.to_string()))) }
                .boxed()
        };
        let stamp = || self.inner.clock.stamp(&tags);
        self.inner.flights.join_or_start(&self.inner.clock, (&text, address), stamp, start)
    }
}

impl Inner {
    /// Whether a load has just failed: an old answer is good enough for a while.
    pub(super) fn is_throttled(&self, address: [u8; 32]) -> bool {
        self.failed.get(&address).is_some_and(|failed| failed.elapsed() < THROTTLE)
    }

    fn kept_or_counted(&self, key: &Key, address: [u8; 32], counters: &Counters) -> Option<Arc<Entry>> {
        let Some(found) = self.level1.get(&address).filter(|entry| entry.key == key.text()) else {
            if let Some(lost) = self.level1.why_gone(&address) {
                counters.count_gone(lost);
            }
            return None;
        };
        if !self.clock.holds(&found.stamp) {
            let moved = found.stamp.moved();
            let tag = moved.and_then(|at| key.tags().into_iter().nth(at));
            counters.count_invalidated(tag.as_deref().unwrap_or(EVERYTHING));
            return None;
        }
        let age = found.age(Instant::now());
        if age >= found.fresh {
            counters.count_expired(age);
        }
        Some(found)
    }

    /// The old answer for when there is no new one. An invalidated one is none.
    fn spare(&self, key: &Key, address: [u8; 32]) -> Option<Arc<Entry>> {
        let entry = self.kept(key, address).filter(|_| !key.policy.identity)?;
        (entry.age(Instant::now()) < entry.fresh + key.policy.fail_safe).then_some(entry)
    }
}

/// Uniform in 0..1.
fn chance() -> f64 {
    let (high, _) = Uuid::new_v4().as_u64_pair();
    // The top 32 bits of a random UUID are random; a finer grain would change nothing.
    f64::from(u32::try_from(high >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
}
