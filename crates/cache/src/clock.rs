use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
};

/// Beyond this many remembered tags, those that no answer carries are forgotten.
const REMEMBERED: usize = 100_000;
/// The tag that stands for everything (a table was truncated).
pub(crate) const EVERYTHING: &str = "*";

/// The logical clock that says when each tag last moved.
///
/// The order of events makes it safe: a writer commits, then moves the clock, then answers. A load that noted
/// its start before the move is refused whatever it read; one that noted it after the move reads what was
/// committed.
#[derive(Debug, Default)]
pub(crate) struct TagClock {
    seq: AtomicU64,
    epoch: AtomicU64,
    tags: Mutex<Tags>,
}

#[derive(Debug, Default)]
struct Tags {
    moved: HashMap<Box<str>, Arc<AtomicU64>>,
    /// When a forgotten tag may have moved at the latest: what an unknown tag counts as.
    floor: u64,
}

/// The tags of one answer and the time they are compared with.
#[derive(Clone, Debug)]
pub(crate) struct Stamp {
    tags: Arc<[Arc<AtomicU64>]>,
    pub(crate) epoch: u64,
    pub(crate) s0: u64,
}

impl TagClock {
    /// Notes the time before the first statement of a load that will read `tags`.
    pub(crate) fn stamp(&self, tags: &[String]) -> Stamp {
        let tags = self.watch(tags);
        let epoch = self.epoch.load(SeqCst);
        Stamp { tags, epoch, s0: self.seq.load(SeqCst) }
    }

    /// The stamp of an answer that was stored elsewhere at `(epoch, s0)`.
    pub(crate) fn stamp_of(&self, tags: &[String], epoch: u64, s0: u64) -> Stamp {
        Stamp { tags: self.watch(tags), epoch, s0 }
    }

    /// Whether none of the tags moved since the stamp was made.
    pub(crate) fn holds(&self, stamp: &Stamp) -> bool {
        stamp.epoch == self.epoch.load(SeqCst)
            && stamp.tags.iter().all(|moved| moved.load(SeqCst) <= stamp.s0)
    }

    /// Moves `tags`: no answer stamped before this call that carries one of them holds any more.
    pub(crate) fn bump(&self, bumped: &[String]) {
        if bumped.iter().any(|tag| tag == EVERYTHING) {
            self.epoch.fetch_add(1, SeqCst);
        }
        let tags = self.lock();
        let seq = self.seq.fetch_add(1, SeqCst) + 1;
        for tag in bumped {
            // A tag that is not remembered is carried by no answer of this epoch above the floor.
            if let Some(moved) = tags.moved.get(tag.as_str()) {
                moved.store(seq, SeqCst);
            }
        }
    }

    fn watch(&self, names: &[String]) -> Arc<[Arc<AtomicU64>]> {
        let mut tags = self.lock();
        if tags.moved.len() >= REMEMBERED {
            tags.moved.retain(|_, moved| Arc::strong_count(moved) > 1);
            tags.floor = self.seq.load(SeqCst);
        }
        let floor = tags.floor;
        let mut watched = |name: &String| {
            let moved = tags.moved.get(name.as_str()).cloned();
            moved.unwrap_or_else(|| {
                let moved = Arc::new(AtomicU64::new(floor));
                tags.moved.insert(name.as_str().into(), Arc::clone(&moved));
                moved
            })
        };
        names.iter().map(&mut watched).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Tags> {
        self.tags.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn only_answers_that_read_the_tag_earlier_are_ended() {
        let clock = TagClock::default();
        let orders = clock.stamp(&tags(&["orders"]));
        let users = clock.stamp(&tags(&["users"]));
        clock.bump(&tags(&["orders", "payments"]));
        let later = clock.stamp(&tags(&["orders"]));
        assert!(!clock.holds(&orders));
        assert!(clock.holds(&users) && clock.holds(&later));
    }

    #[test]
    fn a_truncated_table_ends_everything() {
        let clock = TagClock::default();
        let users = clock.stamp(&tags(&["users"]));
        clock.bump(&tags(&[EVERYTHING]));
        assert!(!clock.holds(&users));
    }

    #[test]
    fn a_forgotten_tag_counts_as_moved() {
        let clock = TagClock::default();
        let before = clock.stamp(&tags(&["orders"])).s0;
        clock.bump(&tags(&["orders"]));
        let many: Vec<String> = (0..REMEMBERED).map(|n| format!("t{n}")).collect();
        clock.watch(&many);
        assert!(!clock.holds(&clock.stamp_of(&tags(&["orders"]), 0, before)));
    }
}
