use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use futures::{
    FutureExt as _,
    future::{BoxFuture, Shared},
};

use crate::{
    clock::{Stamp, TagClock},
    entry::Entry,
    reply::LoadFailed,
};

/// What a load ends with: the answer and whether it was kept, or why there is none.
pub(crate) type Landing = Result<(Arc<Entry>, Obtained), LoadFailed>;

/// Where an answer that was waited for comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obtained {
    /// Somebody stored it in this process meanwhile.
    Level1,
    /// Found in the second level.
    Level2,
    /// Loaded, and kept for others.
    Stored,
    /// Loaded, but something it read moved meanwhile: good for those who asked before, and nobody else.
    Unkept,
}

type Flight = Shared<BoxFuture<'static, Landing>>;

/// Loads under way: at most one per key that its callers may share.
#[derive(Default)]
pub(crate) struct Flights {
    under_way: Mutex<HashMap<[u8; 32], UnderWay>>,
    started: AtomicU64,
}

struct UnderWay {
    number: u64,
    /// Whose answer it will be: an address alone may be another's too.
    key: String,
    begun: Stamp,
    flight: Flight,
}

impl Flights {
    /// Joins the load under way for `key` at `address`, or starts one; the flag says whether it was joined.
    ///
    /// A load that began before something it reads moved is not for a caller who comes after the move: he
    /// would receive the state from before it. He starts a newer one.
    pub(crate) fn join_or_start(
        &self,
        clock: &TagClock,
        (key, address): (&str, [u8; 32]),
        stamp: impl FnOnce() -> Stamp,
        start: impl FnOnce(Stamp, u64) -> BoxFuture<'static, Landing>,
    ) -> (Flight, bool) {
        let mut under_way = self.lock();
        if let Some(other) = under_way.get(&address)
            && other.key == key
            && clock.holds(&other.begun)
        {
            return (other.flight.clone(), true);
        }
        let begun = stamp();
        let number = self.started.fetch_add(1, Relaxed);
        let flight = start(begun.clone(), number).shared();
        under_way.insert(address, UnderWay { number, key: key.to_owned(), begun, flight: flight.clone() });
        (flight, false)
    }

    /// Whether a load of `address` is under way.
    pub(crate) fn has(&self, address: [u8; 32]) -> bool {
        self.lock().contains_key(&address)
    }

    /// Forgets a load that has ended, unless a newer one has taken its place.
    pub(crate) fn land(&self, address: [u8; 32], number: u64) {
        let mut under_way = self.lock();
        if under_way.get(&address).is_some_and(|ended| ended.number == number) {
            under_way.remove(&address);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], UnderWay>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
