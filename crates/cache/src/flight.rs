use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
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
    under_way: Mutex<HashMap<[u8; 32], (Stamp, Flight)>>,
}

impl Flights {
    /// Joins the load under way for `address`, or starts one; the flag says whether it was joined.
    ///
    /// A load that began before something it reads moved is not for a caller who comes after the move: he
    /// would receive the state from before it. He starts a newer one.
    pub(crate) fn join_or_start(
        &self,
        clock: &TagClock,
        address: [u8; 32],
        stamp: impl FnOnce() -> Stamp,
        start: impl FnOnce(Stamp) -> BoxFuture<'static, Landing>,
    ) -> (Flight, bool) {
        let mut under_way = self.lock();
        if let Some((begun, flight)) = under_way.get(&address)
            && clock.holds(begun)
        {
            return (flight.clone(), true);
        }
        let stamp = stamp();
        let flight = start(stamp.clone()).shared();
        under_way.insert(address, (stamp, flight.clone()));
        (flight, false)
    }

    /// Forgets a load that has ended, unless a newer one has taken its place.
    pub(crate) fn land(&self, address: [u8; 32], stamp: &Stamp) {
        let mut under_way = self.lock();
        if under_way
            .get(&address)
            .is_some_and(|(begun, _)| begun.s0 == stamp.s0 && begun.epoch == stamp.epoch)
        {
            under_way.remove(&address);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], (Stamp, Flight)>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
