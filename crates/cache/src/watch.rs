//! Waiting until something changes, in this process or another.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, RandomState},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering::SeqCst},
    },
};

use tokio::sync::Notify;

use crate::Cache;

/// Which of the groups of tags of a [`Watch`] moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved(u32);

impl Moved {
    /// Every group.
    pub const ALL: Self = Self(u32::MAX);

    /// Only this group, of 32.
    pub const fn group(group: u32) -> Self {
        Self(1 << group)
    }

    /// Whether one of the groups of `other` moved.
    pub const fn touches(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether nothing did.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Waits for changes of some tags. A change after [`Watch::follow`] is never missed, and many at once are one.
#[derive(Debug)]
pub struct Watch {
    watchers: Arc<Watchers>,
    signal: Arc<Signal>,
    followed: Vec<u64>,
}

#[derive(Debug, Default)]
struct Signal {
    moved: AtomicU32,
    told: Notify,
}

/// Who is told which of his groups moved.
type Waiting = HashMap<u64, Vec<(Arc<Signal>, u32)>>;

/// Everybody who waits, by what he waits for.
#[derive(Debug, Default)]
pub(crate) struct Watchers {
    /// By the hash of a tag: two tags of the same hash wake each other's, which does no harm.
    waiting: Mutex<Waiting>,
    hasher: RandomState,
    has_ended: AtomicBool,
}

impl Cache {
    /// Somebody who waits for nothing yet.
    pub fn watch(&self) -> Watch {
        let watchers = Arc::clone(&self.inner.clock.watchers);
        Watch { watchers, signal: Arc::default(), followed: Vec::new() }
    }

    /// Tells everybody who waits that this process ends.
    pub fn end_watches(&self) {
        let watchers = &self.inner.clock.watchers;
        watchers.has_ended.store(true, SeqCst);
        watchers.wake_all();
    }
}

impl Watch {
    /// Waits for these tags from now on, each of a group, and for no others.
    pub fn follow<'a>(&mut self, tags: impl IntoIterator<Item = (u32, &'a str)>) {
        let before = std::mem::take(&mut self.followed);
        let mut waiting = self.watchers.lock();
        // First the new ones, so that there is no moment without those that stay.
        for (group, tag) in tags {
            let hash = self.watchers.hasher.hash_one(tag);
            waiting.entry(hash).or_default().push((Arc::clone(&self.signal), 1 << group));
            self.followed.push(hash);
        }
        for hash in before {
            self.leave(&mut waiting, hash);
        }
    }

    /// Waits until something moved since it was told last; nothing once this process ends.
    pub async fn changed(&self) -> Option<Moved> {
        loop {
            if self.watchers.has_ended.load(SeqCst) {
                return None;
            }
            let moved = self.signal.moved.swap(0, SeqCst);
            if moved != 0 {
                return Some(Moved(moved));
            }
            self.signal.told.notified().await;
        }
    }

    /// What moved meanwhile, without waiting.
    pub fn meanwhile(&self) -> Moved {
        Moved(self.signal.moved.swap(0, SeqCst))
    }

    /// Takes away one of the places where it waits.
    fn leave(&self, waiting: &mut HashMap<u64, Vec<(Arc<Signal>, u32)>>, hash: u64) {
        let Some(here) = waiting.get_mut(&hash) else { return };
        if let Some(at) = here.iter().position(|(signal, _)| Arc::ptr_eq(signal, &self.signal)) {
            here.swap_remove(at);
        }
        if here.is_empty() {
            waiting.remove(&hash);
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let mut waiting = self.watchers.lock();
        for hash in std::mem::take(&mut self.followed) {
            self.leave(&mut waiting, hash);
        }
    }
}

impl Watchers {
    /// Wakes those who wait for one of `tags`.
    pub(crate) fn wake<'a>(&self, tags: impl IntoIterator<Item = &'a str>) {
        let waiting = self.lock();
        if waiting.is_empty() {
            return;
        }
        for tag in tags {
            let here = waiting.get(&self.hasher.hash_one(tag));
            here.into_iter().flatten().for_each(|(signal, group)| signal.tell(*group));
        }
    }

    /// Wakes everybody: anything may have moved.
    pub(crate) fn wake_all(&self) {
        self.lock().values().flatten().for_each(|(signal, group)| signal.tell(*group));
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Signal {
    fn tell(&self, group: u32) {
        self.moved.fetch_or(group, SeqCst);
        self.told.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;
    use crate::CacheOptions;

    #[tokio::test]
    async fn whoever_waits_is_told_of_his_tags_and_of_no_others() {
        let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
        let (mut one, mut two) = (cache.watch(), cache.watch());
        one.follow([(0, "a"), (1, "b")]);
        two.follow([(0, "b")]);
        let moved = async |tags: &[&str]| {
            cache.invalidate(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>()).await
        };
        moved(&["c"]).await;
        assert_eq!((one.changed().now_or_never(), two.changed().now_or_never()), (None, None));
        moved(&["b"]).await;
        moved(&["b", "c"]).await;
        assert_eq!(one.changed().now_or_never(), Some(Some(Moved::group(1))), "many at once are one");
        assert_eq!(two.changed().now_or_never(), Some(Some(Moved::group(0))));
        assert_eq!(one.changed().now_or_never(), None);

        one.follow([(2, "a")]);
        moved(&["b"]).await;
        assert_eq!(one.meanwhile(), Moved::default());
        cache.forget_everything().await;
        assert_eq!(one.changed().now_or_never(), Some(Some(Moved::group(2))));
        drop(one);
        assert_eq!(cache.inner.clock.watchers.lock().len(), 1, "who is gone waits for nothing");
        cache.end_watches();
        assert_eq!(two.changed().now_or_never(), Some(None));
    }
}
