//! The forms of a kept answer: compressed for those who ask, decoded once.

use std::{sync::Arc, time::Duration};

use tokio::time::sleep;

use super::{Table, prefix, process, redis_url, until};
use crate::{
    Background, Cache, CacheOptions, Coding, Key, LoadFailed, Policy, Reads, Reply, Scope, Source,
    entry::Entry,
};

static TEXTS: Policy = Policy::new("trial.texts", 300, &[Reads::Whole("texts")]);
const LENGTH: usize = 10_000;

fn key() -> Key {
    Key::new(&TEXTS, Scope::Everything, 0)
}

async fn get(cache: &Cache) -> Result<Reply, LoadFailed> {
    cache.get(key(), false, || async { Ok("x".repeat(LENGTH)) }).await
}

fn kept(cache: &Cache) -> Arc<Entry> {
    cache.inner.level1.get(&key().address()).unwrap()
}

async fn two() -> [(Cache, Background); 2] {
    let (prefix, table) = (prefix(), Table::default());
    [process(redis_url(), &prefix, &table).await, process(redis_url(), &prefix, &table).await]
}

#[tokio::test]
async fn an_answer_is_compressed_where_and_when_somebody_takes_it_so() {
    let [(one, _o), (two, _t)] = two().await;
    for (cache, source) in [(&one, Source::Loaded { stored: true }), (&two, Source::Level2)] {
        assert_eq!(get(cache).await.unwrap().source, source);
        assert_eq!(get(cache).await.unwrap().entry.coded(&[Coding::Identity]).1.len(), LENGTH + 2);
        sleep(Duration::from_millis(50)).await;
        assert!(kept(cache).variants.is_none(), "nobody takes it");
        let weight = kept(cache).weight();

        let (coding, plain) = get(cache).await.unwrap().entry.coded(&[Coding::Gzip]);
        assert_eq!((coding, plain.len()), (Coding::Identity, LENGTH + 2), "nobody waits");
        until("it is compressed", || kept(cache).variants.is_some()).await;
        let (coding, gzip) = get(cache).await.unwrap().entry.coded(&[Coding::Gzip]);
        assert_eq!(coding, Coding::Gzip);
        let both = gzip.len() + kept(cache).coded(&[Coding::Brotli]).1.len();
        assert_eq!(kept(cache).weight() as usize, weight as usize + both, "memory counts it");
    }
}

#[tokio::test]
async fn what_is_not_kept_any_more_is_not_compressed() {
    let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
    let first = get(&cache).await.unwrap().entry;
    cache.forget_everything().await;
    let second = get(&cache).await.unwrap().entry;
    first.coded(&[Coding::Brotli]);
    until("it was looked at", || cache.inner.compressing.available_permits() == 1).await;
    assert!(kept(&cache).is(&second) && kept(&cache).variants.is_none());
}

#[tokio::test]
async fn a_value_is_decoded_once() {
    let [(one, _o), (two, _t)] = two().await;
    let value = async |cache: &Cache| -> Arc<String> {
        cache.value(key(), || async { Ok("x".repeat(LENGTH)) }).await.unwrap()
    };
    for cache in [&one, &two] {
        let (first, again) = (value(cache).await, value(cache).await);
        assert_eq!(first.len(), LENGTH);
        assert!(Arc::ptr_eq(&first, &again), "decoded again");
        assert!(kept(cache).weight() as usize > 2 * LENGTH, "memory counts it");
    }
    let first = value(&two).await;
    assert!(one.invalidate(&["texts".to_owned()]).await);
    until("the other has heard", || !two.inner.clock.holds(&kept(&two).stamp)).await;
    assert_eq!(value(&two).await.len(), LENGTH);
    let other: Result<Arc<u64>, _> = two.value(key(), || async { Ok(1) }).await;
    assert!(matches!(other, Err(LoadFailed::Undecodable(_))), "kept as a text, read as a number");
    assert_eq!(*first, *value(&two).await);
}
