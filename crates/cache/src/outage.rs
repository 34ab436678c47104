//! What this process knows from the outbox alone while Redis is away. Free of input and output.

use std::{
    collections::HashSet,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
};

use tally_db::{Look, Snapshot};

use crate::clock::{EVERYTHING, TagClock};

/// The looks at the outbox, and what they leave open.
///
/// While Redis is up, rows that are published vanish. So when it goes away, two things may have been missed:
/// notices that were on their way, and rows that another process, which still reaches Redis, clears. Both are
/// transactions that ended without a row to show for it, and those the database's snapshots tell: when one is
/// found, everything kept here counts as old. A quiet database ends nothing.
#[derive(Debug, Default)]
pub(crate) struct Outage {
    state: Mutex<State>,
    /// When the last look of this outage began, in milliseconds of the process; 0 before the first.
    looked: AtomicU64,
}

#[derive(Debug, Default)]
struct State {
    /// The last look with Redis up, everything in it published, and when it had ended.
    latest: Option<(Snapshot, u64)>,
    /// The transactions whose tags this process has surely applied.
    settled: Option<Snapshot>,
    /// During an outage: where the next look begins, and rows beyond that it has applied.
    from: u64,
    applied: HashSet<i64>,
}

impl Outage {
    /// With Redis up, a look ended at `now` and everything it showed is published.
    pub(crate) fn swept(&self, snapshot: Snapshot, now: u64) {
        self.lock().latest = Some((snapshot, now));
    }

    /// Everything published before `sent` has been applied: a heartbeat sent then came back in order.
    pub(crate) fn settle(&self, sent: u64) {
        let mut state = self.lock();
        if let Some((snapshot, _)) = state.latest.take_if(|(_, ended)| *ended <= sent) {
            state.settled = Some(snapshot);
        }
    }

    /// Whether a heartbeat has come back after a sweep.
    #[cfg(test)]
    pub(crate) fn is_settled(&self) -> bool {
        self.lock().settled.is_some()
    }

    /// Redis is up: the next outage begins from what is settled then.
    pub(crate) fn over(&self) {
        self.looked.store(0, SeqCst);
        let mut state = self.lock();
        state.latest = None;
        state.settled = None;
        state.from = 0;
        state.applied.clear();
    }

    /// Where the next look begins.
    pub(crate) fn from(&self) -> u64 {
        self.lock().from
    }

    /// Takes in a look that began at `now`. `cut` says that it did not show every row.
    pub(crate) fn look(&self, clock: &TagClock, look: &Look, cut: bool, now: u64) {
        let mut state = self.lock();
        let shown: HashSet<u64> = look.rows.iter().filter_map(|row| row.txid.try_into().ok()).collect();
        let ended = state.settled.as_ref().and_then(|before| look.snapshot.ended_since(before));
        let explained =
            ended.is_some_and(|ended| ended.iter().all(|transaction| shown.contains(transaction)));
        if cut || !explained {
            clock.bump_local(&[EVERYTHING.to_owned()]);
        }
        let new = look.rows.iter().filter(|row| !state.applied.contains(&row.id));
        let tags: Vec<String> = new.map(|row| row.tag.clone()).collect();
        if !tags.is_empty() {
            clock.bump_local(&tags);
        }
        // Transactions below xmin have ended: the next look need not show them again.
        let again =
            look.rows.iter().filter(|row| u64::try_from(row.txid).is_ok_and(|id| id >= look.snapshot.xmin));
        state.applied = again.map(|row| row.id).collect();
        state.from = look.snapshot.xmin;
        state.settled = Some(look.snapshot.clone());
        self.looked.store(now.max(1), SeqCst);
    }

    /// When the last look of this outage began.
    pub(crate) fn looked(&self) -> Option<u64> {
        Some(self.looked.load(SeqCst)).filter(|looked| *looked > 0)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Stamp;
    use tally_db::OutboxRow;

    fn look(snapshot: &str, rows: &[(i64, i64, &str)]) -> Look {
        let rows =
            rows.iter().map(|(id, txid, tag)| OutboxRow { id: *id, txid: *txid, tag: (*tag).to_owned() });
        Look { rows: rows.collect(), snapshot: snapshot.parse().unwrap() }
    }

    fn stamps(clock: &TagClock) -> [Stamp; 2] {
        ["orders", "users"].map(|tag| clock.stamp(&[tag.to_owned()]))
    }

    fn hold(clock: &TagClock, stamps: &[Stamp; 2]) -> [bool; 2] {
        stamps.each_ref().map(|stamp| clock.holds(stamp))
    }

    #[test]
    fn a_quiet_database_ends_nothing() {
        let (clock, outage) = (TagClock::default(), Outage::default());
        let kept = stamps(&clock);
        outage.swept("10:10:".parse().unwrap(), 5);
        outage.settle(5);
        outage.look(&clock, &look("10:10:", &[]), false, 9);
        assert_eq!((hold(&clock, &kept), outage.looked()), ([true, true], Some(9)));
    }

    #[test]
    fn rows_end_what_they_name_once() {
        let (clock, outage) = (TagClock::default(), Outage::default());
        outage.swept("10:11:10".parse().unwrap(), 5);
        outage.settle(5);
        let kept = stamps(&clock);
        outage.look(&clock, &look("10:12:10", &[(1, 11, "orders")]), false, 9);
        assert_eq!(hold(&clock, &kept), [false, true]);
        let kept = stamps(&clock);
        outage.look(&clock, &look("10:12:10", &[(1, 11, "orders")]), false, 10);
        assert_eq!((hold(&clock, &kept), outage.from()), ([true, true], 10));
        outage.look(&clock, &look("12:12:", &[(2, 10, "users"), (1, 11, "orders")]), false, 11);
        assert_eq!((hold(&clock, &kept), outage.from()), ([true, false], 12));
    }

    #[test]
    fn a_transaction_without_rows_ends_everything() {
        let (clock, outage) = (TagClock::default(), Outage::default());
        let kept = stamps(&clock);
        outage.look(&clock, &look("10:10:", &[]), false, 9);
        assert_eq!(hold(&clock, &kept), [false, false], "nothing was settled before");
        let kept = stamps(&clock);
        outage.look(&clock, &look("12:12:", &[(1, 10, "orders")]), false, 10);
        assert_eq!(hold(&clock, &kept), [false, false], "11 is not explained");
    }

    #[test]
    fn only_a_heartbeat_after_a_look_settles_it() {
        let (clock, outage) = (TagClock::default(), Outage::default());
        let kept = stamps(&clock);
        outage.swept("10:10:".parse().unwrap(), 5);
        outage.settle(4);
        outage.look(&clock, &look("10:10:", &[]), false, 9);
        assert_eq!(hold(&clock, &kept), [false, false]);
    }
}
