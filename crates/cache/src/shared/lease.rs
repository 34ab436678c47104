use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::Notify;
use uuid::Uuid;

use crate::shared::{
    Shared,
    link::READ,
    names::hex,
    scripts::{LEASE, RELEASE, call},
};

/// A lease outlives the longest load a little; a dead holder's ends earlier, with the key that says it lives.
pub(crate) const LEASED_FOR: Duration = Duration::from_secs(15);

/// The right to load one answer. Efficiency rests on it, correctness does not.
#[derive(Debug)]
pub(crate) struct Lease {
    pub(crate) address: [u8; 32],
    pub(crate) value: String,
}

/// What comes of asking for a lease.
#[derive(Debug)]
pub(crate) enum Leasing {
    /// It is ours.
    Ours(Lease),
    /// A living process has it.
    Taken,
    /// The server is away: everybody loads for himself.
    Away,
}

/// By address, how many wait and what wakes them.
type Waiting = HashMap<[u8; 32], (usize, Arc<Notify>)>;

/// Those of this process who wait for another process's load.
#[derive(Debug, Default)]
pub(crate) struct Wakes {
    waiting: Mutex<Waiting>,
}

/// One of them; ends its waiting when dropped.
pub(crate) struct Wake<'a> {
    wakes: &'a Wakes,
    address: [u8; 32],
    pub(crate) done: Arc<Notify>,
}

impl Wakes {
    /// Waits for news of `address` from now on.
    pub(crate) fn wait(&self, address: [u8; 32]) -> Wake<'_> {
        let mut waiting = self.lock();
        let (count, done) = waiting.entry(address).or_default();
        *count += 1;
        Wake { wakes: self, address, done: Arc::clone(done) }
    }

    pub(crate) fn wake(&self, address: [u8; 32]) {
        if let Some((_, done)) = self.lock().get(&address) {
            // Who is about to wait is woken too.
            done.notify_one();
            done.notify_waiters();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Wake<'_> {
    fn drop(&mut self) {
        let mut waiting = self.wakes.lock();
        if let Some((count, _)) = waiting.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                waiting.remove(&self.address);
            }
        }
    }
}

impl Shared {
    pub(crate) async fn lease(&self, address: [u8; 32]) -> Leasing {
        let value = format!("{}:{}", self.node, Uuid::new_v4().simple());
        let names = &self.link.names;
        let mut script = call(LEASE, &[&names.lease(address)]);
        script.arg(&value).arg(LEASED_FOR.as_secs() * 1_000).arg(names.alive());
        match self.link.run(READ, &script).await {
            Some(1) => Leasing::Ours(Lease { address, value }),
            Some(0) => Leasing::Taken,
            Some(_) | None => Leasing::Away,
        }
    }

    /// Gives the lease back without an answer.
    pub(crate) async fn release(&self, lease: &Lease) {
        let mut script = call(RELEASE, &[&self.link.names.lease(lease.address)]);
        script.arg(&lease.value).arg(&self.link.names.news).arg(done(lease));
        let _: Option<i64> = self.link.run(READ, &script).await;
    }
}

/// The message that ends the waiting for a lease.
pub(crate) fn done(lease: &Lease) -> String {
    format!("done {}", hex(lease.address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_waits_is_woken_even_just_before() {
        let wakes = Wakes::default();
        let (early, other) = (wakes.wait([1; 32]), wakes.wait([2; 32]));
        wakes.wake([1; 32]);
        early.done.notified().await;
        drop((early, other));
        assert!(wakes.lock().is_empty());
    }
}
