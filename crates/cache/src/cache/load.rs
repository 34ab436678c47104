//! One load: acquire, load, store, release.

use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use futures::FutureExt as _;
use serde::Serialize;
use tally_db::{DbErr, Meter};
use tokio::time::{Instant, timeout};

use super::Inner;
use crate::{
    LoadFailed,
    entry::Entry,
    flight::{Landing, Obtained},
    key::Key,
    shared::{LEASED_FOR, Lease, Leasing, Verdict},
};

/// A load that takes longer is given up: within what a request may take, and beyond what the pool waits for
/// a connection.
const HARD: Duration = Duration::from_secs(10);
/// Who waits for another process's load looks again this often, in case the message was lost: with the key
/// that says the holder lives (2 s), a dead holder is noticed within 2.2 s.
const POLL: Duration = Duration::from_millis(150);

/// What is asked of a load.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// How old an answer that somebody else loaded may be.
    pub(super) max_age: Duration,
    /// Whether what is kept in this process may be used.
    pub(super) look: bool,
}

/// Whose turn it is to load.
enum Turn {
    /// Nobody's: there is an answer.
    Answer(Arc<Entry>),
    /// Ours, with the lease if there was one to be had.
    Ours(Option<Lease>),
}

impl Inner {
    pub(super) async fn obtain<T, F>(
        self: &Arc<Self>,
        key: &Key,
        address: [u8; 32],
        wanted: Wanted,
        load: F,
    ) -> Landing
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send,
    {
        // Somebody may have stored it between the caller's look and this one.
        let here = self.kept(key, address).filter(|entry| wanted.look && young(entry, wanted.max_age));
        if let Some(entry) = here {
            return Ok((entry, Obtained::Level1));
        }
        let lease = match self.turn(key, address, wanted.max_age).await {
            Turn::Answer(entry) => return Ok((entry, Obtained::Level2)),
            Turn::Ours(lease) => lease,
        };
        let counters = self.counters.of(key.policy);
        let (stamp, began, before) = (self.clock.stamp(&key.tags()), Instant::now(), statements());
        let body = match run(load).await {
            Ok(body) => body,
            Err(error) => {
                counters.count_load(None);
                if matches!(error, LoadFailed::Database(_) | LoadFailed::TooLong(_)) {
                    self.failed.insert(address, Instant::now());
                }
                self.give_back(lease.as_ref()).await;
                return Err(error);
            }
        };
        self.loaded.fetch_add(1, Relaxed);
        self.see_database(false);
        self.failed.invalidate(&address);
        let took = began.elapsed();
        counters.count_load(Some((took, statements() - before)));
        let previous = self.level1.get(&address).filter(|entry| entry.key == key.text());
        let mut entry = Entry::new(key, stamp, body, took, previous.as_deref());
        (entry.counters, entry.keeper) = (Some(counters), Arc::downgrade(self));
        let entry = Arc::new(entry);
        if !self.clock.holds(&entry.stamp) {
            self.give_back(lease.as_ref()).await;
            return Ok((entry, Obtained::Unkept));
        }
        if let (Some(shared), Some(lease)) = (&self.shared, &lease)
            && shared.store(key, lease, &entry, entry.lifetime).await == Verdict::Moved
        {
            return Ok((entry, Obtained::Unkept));
        }
        self.keep(address, &entry);
        Ok((entry, Obtained::Stored))
    }

    /// Waits until there is an answer or nobody else loads it.
    async fn turn(self: &Arc<Self>, key: &Key, address: [u8; 32], max_age: Duration) -> Turn {
        let Some(shared) = self.up() else { return Turn::Ours(None) };
        let give_up = Instant::now() + LEASED_FOR;
        let wake = shared.wakes.wait(address);
        let tags = key.tags();
        let mut lease = None;
        loop {
            let watch = self.clock.stamp(&tags);
            if let Some(mut entry) = shared.answer(&self.clock, key, address, &watch).await {
                entry.counters = Some(self.counters.of(key.policy));
                entry.keeper = Arc::downgrade(self);
                let entry = Arc::new(entry);
                let good = young(&entry, max_age);
                // An old one is still better than none when loading fails.
                if good || self.kept(key, address).is_none() {
                    self.keep_found(address, &entry);
                }
                if good {
                    self.give_back(lease.as_ref()).await;
                    return Turn::Answer(entry);
                }
            }
            // Somebody may have stored it before the lease was ours: hence the look after taking it.
            if lease.is_some() || !shared.link.is_up() || Instant::now() > give_up {
                return Turn::Ours(lease);
            }
            match shared.lease(address).await {
                Leasing::Ours(ours) => lease = Some(ours),
                Leasing::Taken => _ = timeout(POLL, wake.done.notified()).await,
                Leasing::Away => return Turn::Ours(None),
            }
        }
    }

    async fn give_back(&self, lease: Option<&Lease>) {
        if let (Some(shared), Some(lease)) = (&self.shared, lease) {
            shared.release(lease).await;
        }
    }
}

tokio::task_local! {
    static WITHIN: ();
}

/// Whether this is asked by the load of an answer.
pub(super) fn within_load() -> bool {
    WITHIN.try_with(|()| ()).is_ok()
}

/// Statements run so far for whoever this load is for.
pub(super) fn statements() -> u32 {
    Meter::current().map_or(0, |meter| meter.statements())
}

fn young(entry: &Entry, max_age: Duration) -> bool {
    entry.age(Instant::now()) < max_age.min(entry.fresh)
}

/// Runs a load to its JSON. A panic, while writing the JSON too, is an answer like any other failure: it
/// reaches those who wait, once.
pub(super) async fn run<T, F>(load: F) -> Result<Vec<u8>, LoadFailed>
where
    T: Serialize,
    F: Future<Output = Result<T, DbErr>> + Send,
{
    let written = async {
        let value = load.await.map_err(|error| LoadFailed::Database(Arc::new(error)))?;
        serde_json::to_vec(&value).map_err(|error| LoadFailed::Undecodable(error.to_string()))
    };
    let ended = timeout(HARD, WITHIN.scope((), AssertUnwindSafe(written).catch_unwind())).await;
    ended
        .map_err(|_| LoadFailed::TooLong(HARD))?
        .unwrap_or_else(|panic| Err(LoadFailed::panicked(panic.as_ref())))
}
