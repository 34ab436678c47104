//! Which of two answers stays, when they or the news of them come in the wrong order.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use super::{POLICY, Table, prefix, process, redis_url, until};
use crate::{
    Cache, CacheOptions, Key, Policy, Reads, Scope, Source, clock::Time, entry::Entry, shared::Told,
};

static OUTER: Policy = Policy::new("trial.outer", 300, &[Reads::Whole("outer")]);
static OTHER: Policy = Policy::new("trial.other", 300, &[Reads::Whole("other")]);

fn key() -> Key {
    Key::new(&POLICY, Scope::Everything, 0)
}

fn cache() -> Cache {
    Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() })
}

fn answer(cache: &Cache, body: &str) -> Arc<Entry> {
    let stamp = cache.inner.clock.stamp(&key().tags());
    Arc::new(Entry::new(&key(), stamp, body.into(), Duration::ZERO, None))
}

fn kept(cache: &Cache) -> Option<Vec<u8>> {
    cache.inner.level1.get(&key().address()).map(|entry| entry.body.to_vec())
}

#[tokio::test]
async fn an_answer_that_was_begun_earlier_replaces_no_newer_one() {
    let cache = cache();
    let address = key().address();
    let older = answer(&cache, "older");
    // Something else moves: both are good, and one is newer.
    cache.invalidate(&["elsewhere".to_owned()]).await;
    let newer = answer(&cache, "newer");
    cache.inner.keep(address, &newer);
    cache.inner.keep(address, &older);
    assert_eq!(kept(&cache), Some(b"newer".to_vec()));
    // What no longer holds is in nobody's way.
    cache.invalidate(&[super::TAG.to_owned()]).await;
    cache.inner.keep(address, &older);
    assert_eq!(kept(&cache), Some(b"older".to_vec()));
}

#[tokio::test]
async fn late_news_of_an_answer_drop_neither_it_nor_a_newer_one() {
    let (table, prefix) = (Table::default(), prefix());
    let (one, _o) = process(redis_url(), &prefix, &table).await;
    let (two, _t) = process(redis_url(), &prefix, &table).await;
    table.read(&one).await;
    assert_eq!(table.read(&two).await.1, Source::Level2);
    let address = key().address();
    let found = two.inner.level1.get(&address).unwrap();
    let Entry { stamp, loaded_ms, .. } = found.as_ref();
    let told = |seq: u64, loaded_ms: i64| Told { time: Time { epoch: stamp.epoch, seq }, loaded_ms };
    two.inner.hear_stored(address, told(stamp.s0, *loaded_ms));
    assert_eq!(table.read(&two).await.1, Source::Hit, "it is that very answer");
    assert!(one.invalidate(&["elsewhere".to_owned()]).await);
    until("it has heard", || two.inner.clock.known().seq > stamp.s0).await;
    let newer = answer(&two, "7");
    two.inner.keep(address, &newer);
    two.inner.hear_stored(address, told(stamp.s0, *loaded_ms));
    assert_eq!(kept(&two), Some(b"7".to_vec()), "it is newer");
    // A newer one than that, or another of the same time: Redis knows which.
    for (seq, loaded_ms) in [(newer.stamp.s0 + 1, 0), (newer.stamp.s0, newer.loaded_ms + 1)] {
        two.inner.keep(address, &newer);
        two.inner.hear_stored(address, told(seq, loaded_ms));
        assert_eq!(kept(&two), None);
    }
    // An answer that is still on its way when a newer one is announced.
    two.inner.keep_found(address, &found);
    assert_eq!(kept(&two), None);
}

#[tokio::test]
async fn an_answer_shows_nothing_older_than_itself() {
    let (cache, value) = (cache(), Arc::new(AtomicU64::new(1)));
    let inner = {
        let (cache, value) = (cache.clone(), Arc::clone(&value));
        move || {
            let (cache, value) = (cache.clone(), Arc::clone(&value));
            async move {
                let load = move || async move { Ok(value.load(SeqCst)) };
                let read = cache.value(Key::new(&OTHER, Scope::Everything, 0), load).await;
                Ok(*read.expect("a number"))
            }
        }
    };
    let outer = || cache.get(Key::new(&OUTER, Scope::Everything, 0), false, inner.clone());
    // The inner one is kept; then what it read changes, and no news of that have come yet.
    assert_eq!(inner().await.unwrap(), 1);
    value.store(2, SeqCst);
    let reply = outer().await.unwrap();
    assert_eq!((&reply.entry.body[..], reply.source), (&b"2"[..], Source::Loaded { stored: true }));
    let figures = cache.figures().into_iter().find(|figures| figures.policy == "trial.other").unwrap();
    assert_eq!((figures.miss, figures.bypass, figures.loads), (1, 1, 2));
}
