//! The logical clock, free of input and output: what the model test runs a million times.

#[cfg(test)]
mod model;
mod stamp;
#[cfg(test)]
mod tests;

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
};

pub(crate) use self::stamp::{Cell, Stamp};
use crate::watch::Watchers;

/// Beyond this many remembered tags, those that no answer carries are forgotten.
const REMEMBERED: usize = 100_000;
/// The tag that stands for everything (a table was truncated).
pub(crate) const EVERYTHING: &str = "*";

/// The shared clock's time: times of different epochs mean nothing to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) epoch: u64,
    pub(crate) seq: u64,
}

/// What a message of the shared clock means to this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Nothing was missed up to and including it.
    InOrder,
    /// Something may have been missed: the clock has to be read.
    Behind,
}

/// The logical clock that says when each tag last moved.
///
/// The order of events makes it safe: a writer commits, then moves the clock, then answers. A load that noted
/// its start before the move is refused whatever it read; one that noted it after the move reads what was
/// committed.
///
/// It has two dimensions: the clock all processes share, which this one mirrors, and one of its own, for
/// what it hears while the shared one is away (or when there is none). An answer holds when neither moved.
#[derive(Debug, Default)]
pub(crate) struct TagClock {
    epoch: AtomicU64,
    /// The latest shared time this process knows to have passed. It may know later moves of one tag than of
    /// another; that errs towards loading again.
    known: AtomicU64,
    local: AtomicU64,
    /// How often everything ended at once.
    renewed: AtomicU64,
    /// Until when nothing is in doubt, in milliseconds of the process.
    trusted_until: AtomicU64,
    tags: Mutex<Tags>,
    /// Those who wait for moves. They are told of what this process hears: of its own moves, too, as it hears those
    /// like all others.
    pub(crate) watchers: Arc<Watchers>,
}

#[derive(Debug, Default)]
struct Tags {
    cells: HashMap<Box<str>, Arc<Cell>>,
    /// What a tag that is not remembered counts as.
    shared_floor: u64,
    local_floor: u64,
    /// Every move up to this one has been applied.
    applied: u64,
    /// Epochs that have ended: a late answer must not bring one back.
    past: HashSet<u64>,
    /// How many tags there may be before some are forgotten again.
    remembered: usize,
}

impl TagClock {
    /// Notes the time before the first statement of a load that will read `tags`.
    pub(crate) fn stamp(&self, tags: &[String]) -> Stamp {
        let mut kept = self.lock();
        if kept.cells.len() >= kept.remembered.max(REMEMBERED) {
            kept.forget(self.known.load(SeqCst), self.local.load(SeqCst));
        }
        let cells = tags.iter().map(|tag| kept.cell(tag)).collect();
        let epoch = self.epoch.load(SeqCst);
        Stamp { cells, epoch, s0: self.known.load(SeqCst), l0: self.local.load(SeqCst) }
    }

    /// Whether none of the tags moved since the stamp was made.
    pub(crate) fn holds(&self, stamp: &Stamp) -> bool {
        // A new epoch has new cells, so the old ones keep their times however late they are looked at.
        stamp.epoch == self.epoch.load(SeqCst)
            && stamp
                .cells
                .iter()
                .all(|cell| cell.shared.load(SeqCst) <= stamp.s0 && cell.local.load(SeqCst) <= stamp.l0)
    }

    /// Moves `tags` in this process: no answer stamped before this call that carries one of them holds.
    pub(crate) fn bump_local(&self, tags: &[String]) {
        let mut kept = self.lock();
        let now = self.local.load(SeqCst) + 1;
        if tags.iter().any(|tag| tag == EVERYTHING) {
            kept.cells.values().for_each(|cell| cell.local.store(now, SeqCst));
            kept.local_floor = now;
            self.renewed.fetch_add(1, SeqCst);
            self.watchers.wake_all();
        } else {
            // A tag that is not remembered is carried by no answer.
            let moved = tags.iter().filter_map(|tag| kept.cells.get(tag.as_str()));
            moved.for_each(|cell| cell.local.store(now, SeqCst));
            self.watchers.wake(tags.iter().map(String::as_str));
        }
        self.local.store(now, SeqCst);
    }

    /// Takes in that `tags` moved at `time`: read from the shared clock, or moved by this process itself.
    /// Says whether the time is of the epoch that counts.
    pub(crate) fn learn<'a>(
        &self,
        time: Time,
        floor: u64,
        tags: impl IntoIterator<Item = (&'a str, u64)>,
    ) -> bool {
        let mut kept = self.lock();
        if !self.enter(&mut kept, time.epoch) {
            return false;
        }
        kept.raise(floor);
        kept.moved(tags);
        self.known.fetch_max(time.seq, SeqCst);
        true
    }

    /// Takes in the notice of a move.
    pub(crate) fn hear<'a>(&self, time: Time, tags: impl IntoIterator<Item = &'a str>) -> Heard {
        let mut kept = self.lock();
        if time.epoch != self.epoch.load(SeqCst) {
            return Heard::Behind;
        }
        let tags: Vec<&str> = tags.into_iter().collect();
        kept.moved(tags.iter().map(|tag| (*tag, time.seq)));
        self.watchers.wake(tags);
        self.known.fetch_max(time.seq, SeqCst);
        if time.seq > kept.applied + 1 {
            return Heard::Behind;
        }
        kept.applied = kept.applied.max(time.seq);
        Heard::InOrder
    }

    /// Compares a heartbeat with what was applied.
    pub(crate) fn hear_tick(&self, time: Time) -> Heard {
        let kept = self.lock();
        let current = time.epoch == self.epoch.load(SeqCst);
        if current && time.seq <= kept.applied { Heard::InOrder } else { Heard::Behind }
    }

    /// Takes in every move after [`TagClock::applied`] up to and including `time`.
    pub(crate) fn catch_up<'a>(
        &self,
        time: Time,
        floor: u64,
        tags: impl IntoIterator<Item = (&'a str, u64)>,
    ) -> bool {
        let mut kept = self.lock();
        if !self.enter(&mut kept, time.epoch) {
            return false;
        }
        // Of a tag that was forgotten since, it is only known that it moved below the floor.
        if floor > kept.applied {
            kept.raise(floor);
            self.watchers.wake_all();
        }
        let tags: Vec<(&str, u64)> = tags.into_iter().collect();
        kept.moved(tags.iter().copied());
        self.watchers.wake(tags.iter().map(|(tag, _)| *tag));
        kept.applied = kept.applied.max(time.seq);
        self.known.fetch_max(time.seq, SeqCst);
        true
    }

    /// The time up to which nothing was missed.
    pub(crate) fn applied(&self) -> Time {
        let kept = self.lock();
        Time { epoch: self.epoch.load(SeqCst), seq: kept.applied }
    }

    /// The latest time known to have passed: the shared clock's, or its own where none is shared.
    pub(crate) fn known(&self) -> Time {
        let (epoch, shared) = (self.epoch.load(SeqCst), self.known.load(SeqCst));
        Time { epoch, seq: if epoch == 0 { self.local.load(SeqCst) } else { shared } }
    }

    /// How often everything ended at once.
    pub(crate) fn renewed(&self) -> u64 {
        self.renewed.load(SeqCst)
    }

    /// Nothing is in doubt before `until`, in milliseconds of the process.
    pub(crate) fn trust(&self, until: u64) {
        self.trusted_until.store(until, SeqCst);
    }

    /// Something may have been missed.
    pub(crate) fn doubt(&self) {
        self.trusted_until.store(0, SeqCst);
    }

    pub(crate) fn trusted_at(&self, now: u64) -> bool {
        now < self.trusted_until.load(SeqCst)
    }

    /// Makes `epoch` the current one, and says whether it is.
    fn enter(&self, kept: &mut Tags, epoch: u64) -> bool {
        let current = self.epoch.load(SeqCst);
        if epoch == current {
            return true;
        }
        if kept.past.contains(&epoch) {
            return false;
        }
        kept.past.insert(current);
        self.doubt();
        // Answers of the old epoch keep their cells; nothing they compare with moves backwards.
        self.epoch.store(epoch, SeqCst);
        self.renewed.fetch_add(1, SeqCst);
        kept.cells.clear();
        (kept.shared_floor, kept.applied) = (0, 0);
        // What is stamped from now on has new cells, and starts below every local time.
        kept.local_floor = 0;
        self.known.store(0, SeqCst);
        self.watchers.wake_all();
        true
    }

    fn lock(&self) -> MutexGuard<'_, Tags> {
        self.tags.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tags {
    fn cell(&mut self, tag: &str) -> Arc<Cell> {
        if let Some(cell) = self.cells.get(tag) {
            return Arc::clone(cell);
        }
        let cell = Arc::new(Cell { shared: self.shared_floor.into(), local: self.local_floor.into() });
        self.cells.insert(tag.into(), Arc::clone(&cell));
        cell
    }

    fn moved<'a>(&self, tags: impl IntoIterator<Item = (&'a str, u64)>) {
        for (tag, seq) in tags {
            if let Some(cell) = self.cells.get(tag) {
                cell.shared.fetch_max(seq, SeqCst);
            }
        }
    }

    fn raise(&mut self, floor: u64) {
        if floor > self.shared_floor {
            self.cells.values().for_each(|cell| _ = cell.shared.fetch_max(floor, SeqCst));
            self.shared_floor = floor;
        }
    }

    /// Forgets the tags that no answer carries; they count as moved just now.
    fn forget(&mut self, known: u64, local: u64) {
        self.cells.retain(|_, cell| Arc::strong_count(cell) > 1);
        (self.shared_floor, self.local_floor) = (known, local);
        // Twice as many as answers carry, or with many of those each load would look through all of them.
        self.remembered = 2 * self.cells.len();
    }
}
