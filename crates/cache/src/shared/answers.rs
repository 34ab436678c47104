use std::time::Duration;

use bytes::Bytes;
use deadpool_redis::redis;

use crate::{
    clock::{Stamp, TagClock},
    entry::Entry,
    envelope,
    key::Key,
    shared::{
        Shared, learned,
        lease::{Lease, done},
        link::READ,
        scripts::{STORE, call},
    },
};

/// What became of an answer given to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Others may use it.
    Kept,
    /// Something it read moved while it was loaded: nobody may keep it.
    Moved,
    /// Not given: the lease was lost, or the server is away.
    NotGiven,
}

/// The clock, and the stored answer.
type Found = (Option<Bytes>, Vec<Option<u64>>);

impl Shared {
    /// The answer under `key` and when it was kept, in one round trip with the clock's state, which may end it.
    /// `watch` was stamped just before.
    pub(crate) async fn answer(
        &self,
        clock: &TagClock,
        key: &Key,
        address: [u8; 32],
        watch: &Stamp,
    ) -> Option<Entry> {
        let tags = key.tags();
        let mut both = redis::pipe();
        // In this order: the clock is not older than the answer.
        both.get(self.link.names.answer(address)).add_command(self.read_clock(&tags));
        let (stored, state): Found =
            self.link.ask(READ, async |connection| both.query_async(connection).await).await?;
        let entry = envelope::open(key, watch, stored?)?;
        // An answer from after the clock's time belongs to a clock that is gone.
        let possible = state.get(1).copied().flatten().is_some_and(|seq| entry.stamp.s0 <= seq);
        (possible && learned(clock, &tags, &state) && clock.holds(&entry.stamp)).then_some(entry)
    }

    /// Gives an answer to all, and the lease back.
    pub(crate) async fn store(&self, key: &Key, lease: &Lease, entry: &Entry, lifetime: Duration) -> Verdict {
        let names = &self.link.names;
        let Some(bytes) = envelope::seal_behind(entry).await.filter(|_| !lifetime.is_zero()) else {
            self.release(lease).await;
            return Verdict::NotGiven;
        };
        let keys = [&names.clock, &names.answer(lease.address), &names.lease(lease.address)];
        let mut script = call(STORE, &keys.map(String::as_str));
        script.arg(&lease.value).arg(&names.news).arg(done(lease));
        script.arg(entry.stamp.epoch).arg(entry.stamp.s0);
        script.arg(lifetime.as_millis().to_string()).arg(bytes);
        let Stamp { epoch, s0, .. } = entry.stamp;
        script.arg(format!(" {} {epoch} {s0} {}", self.node, entry.loaded_ms)).arg(key.tags());
        match self.link.run(READ, &script).await {
            Some(1) => Verdict::Kept,
            Some(0) => Verdict::Moved,
            Some(_) | None => Verdict::NotGiven,
        }
    }
}
