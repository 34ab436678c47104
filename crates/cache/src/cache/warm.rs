//! Loading before anybody asks, and past what is kept.

use std::{
    collections::HashMap,
    sync::{MutexGuard, PoisonError, atomic::Ordering::Relaxed},
    time::Duration,
};

use serde::Serialize;
use tally_db::DbErr;
use tokio::time::Instant;

use super::{
    Cache, Inner,
    load::{Wanted, run, statements},
};
use crate::{LoadFailed, Policy, Reply, Scope, Source, entry::Entry, key::Key};

/// Whoever was asked for this often in his life is loaded again when it ends.
const POPULAR: u64 = 10;
/// An answer is about to expire in the last part of its time, of so many.
const LAST_PART: u32 = 10;

/// What was ever loaded before anybody asked, by address: few answers, of policies and websites.
pub(super) type Warm = HashMap<[u8; 32], (&'static Policy, Scope)>;

impl Cache {
    /// Loads the answer under `key` unless a good one is kept that will last; with `force` in any case. Nobody asked
    /// for it, so it counts as no request. The reply's source is `Hit` or `Level2` when nothing was loaded.
    ///
    /// # Errors
    /// When loading failed, or when nothing is kept at all.
    pub async fn warm<T, F>(
        &self,
        key: Key,
        force: bool,
        load: impl FnOnce() -> F,
    ) -> Result<Reply, LoadFailed>
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let inner = &self.inner;
        if inner.is_off() {
            return Err(LoadFailed::Away);
        }
        let address = inner.address(key.text());
        inner.warm().insert(address, (key.policy, key.scope));
        let sure = inner.sure(&key).await;
        let now = Instant::now();
        let kept = inner.kept(&key, address).filter(|_| sure);
        if let Some(entry) = kept.as_ref().filter(|entry| !force && !is_ending(entry, now)) {
            return Ok(Reply { entry: entry.clone(), source: Source::Hit });
        }
        if inner.is_database_away() || inner.is_throttled(address) {
            return Err(LoadFailed::Away);
        }
        // Younger than what is kept here will do, if another process has it.
        let age = kept.map_or(Duration::MAX, |entry| entry.age(now));
        let wanted = Wanted { max_age: if force { Duration::ZERO } else { age }, look: sure };
        let (flight, _) = self.fly(key, address, wanted, load());
        let (entry, from) = flight.await?;
        Ok(Reply { entry, source: Source::of(from, false, false) })
    }

    /// Which of the answers that were loaded before anybody asked have ended or are about to, and were much asked for
    /// in their life: at most `most`, by policy and scope.
    pub fn wanted_again(&self, most: usize) -> Vec<(&'static Policy, Scope)> {
        let (inner, now) = (&self.inner, Instant::now());
        let is_wanted = |address: &[u8; 32]| {
            inner.level1.get(address).is_some_and(|entry| {
                entry.hits.load(Relaxed) >= POPULAR
                    && (!inner.clock.holds(&entry.stamp) || is_ending(&entry, now))
            })
        };
        let warm = inner.warm();
        let wanted = warm.iter().filter(|(address, _)| is_wanted(address)).map(|(_, what)| *what);
        wanted.take(most).collect()
    }

    /// How often everything kept ended at once: by a flush, a truncated table, or a clock that began anew.
    pub fn renewals(&self) -> u64 {
        self.inner.clock.renewed()
    }

    /// An answer that nobody keeps.
    pub(super) async fn bypass<T, F>(&self, key: Key, load: impl FnOnce() -> F) -> Result<Reply, LoadFailed>
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let counters = self.inner.counters.of(key.policy);
        let (stamp, began, before) = (self.inner.clock.stamp(&key.tags()), Instant::now(), statements());
        let body = run(load()).await.inspect_err(|_| {
            counters.count(None);
            counters.count_load(None);
        })?;
        let took = began.elapsed();
        counters.count(Some(Source::Bypass));
        counters.count_load(Some((took, statements() - before)));
        let mut entry = Entry::new(&key, stamp, body, took, None);
        entry.counters = Some(counters);
        Ok(Reply { entry: entry.into(), source: Source::Bypass })
    }
}

impl Inner {
    fn warm(&self) -> MutexGuard<'_, Warm> {
        self.warm.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_ending(entry: &Entry, now: Instant) -> bool {
    entry.age(now) + entry.fresh / LAST_PART >= entry.fresh
}
