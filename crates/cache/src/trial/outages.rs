//! Redis goes away and comes back.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::{
    PATIENCE, Table, prefix, process,
    proxy::{Link, Proxy},
    until,
};
use crate::{Cache, CacheOptions, Key, Policy, Reads, Scope, Source};

static IDENTITY: Policy = Policy::of_identity("trial.identity", 60, &[Reads::Whole("users")]);

async fn identity(cache: &Cache) -> Source {
    let key = Key::new(&IDENTITY, Scope::User(1), 0);
    cache.get(key, false, || async { Ok(1) }).await.unwrap().source
}

/// Both processes lose Redis, in whichever way.
async fn outage(how: Link) {
    let (table, prefix, proxy) = (Table::default(), prefix(), Proxy::start().await);
    let (one, _o) = process(proxy.url.clone(), &prefix, &table).await;
    let (two, _t) = process(proxy.url.clone(), &prefix, &table).await;
    for cache in [&one, &two] {
        table.read(cache).await;
        identity(cache).await;
    }
    let settled = || one.inner.outage.is_settled() && two.inner.outage.is_settled();
    until("a heartbeat has settled what the sweepers saw", settled).await;
    proxy.set(how);
    let (began, mut slowest, mut asks, mut loads) = (Instant::now(), Duration::ZERO, 0, 0);
    while began.elapsed() < Duration::from_millis(1_500) {
        let asked = Instant::now();
        let (read, source) = table.read(&one).await;
        slowest = slowest.max(asked.elapsed());
        asks += 1;
        assert_eq!(read, 0, "nothing was written");
        loads += u32::from(source != Source::Hit);
        sleep(Duration::from_millis(2)).await;
    }
    println!("{how:?}: at most {slowest:?} for a kept answer, {loads} loads");
    // Whoever waited for Redis each time would have asked 30 times. On a busy machine a look at the outbox may be
    // late; whoever asks before it loads.
    assert!(asks > 60, "{asks} answers in 1.5 s");
    assert!(loads * 10 < asks, "{loads} loads although nothing was written");
    assert_ne!(identity(&one).await, Source::Hit, "who somebody is, the database says");

    let (written, told) = table.write(&one).await;
    assert!(!told, "it stays in the outbox");
    assert_eq!(table.read(&one).await.0, written, "who wrote reads it");
    let began = Instant::now();
    while table.read(&two).await.0 < written {
        assert!(began.elapsed() < PATIENCE, "nobody looks at the outbox");
        sleep(Duration::from_millis(2)).await;
    }
    println!("{how:?}: elsewhere after {:?}", began.elapsed());

    let (written, _) = table.write(&two).await;
    proxy.set(Link::Whole);
    let began = Instant::now();
    until("both are back", || one.is_joined() && two.is_joined()).await;
    println!("{how:?}: back after {:?}", began.elapsed());
    assert_eq!((table.read(&one).await.0, table.read(&two).await.0), (written, written));
    until("the outbox is empty", || table.state.lock().unwrap().rows.is_empty()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_gone_is_done_without() {
    outage(Link::Cut).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_frozen_server_is_done_without() {
    outage(Link::Frozen).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_alone_lost_redis_trusts_no_silence() {
    let (table, prefix, proxy) = (Table::default(), prefix(), Proxy::start().await);
    let (near, _n) = process(super::redis_url(), &prefix, &table).await;
    let (far, _f) = process(proxy.url.clone(), &prefix, &table).await;
    proxy.set(Link::Cut);
    until("the far one has noticed", || !far.is_joined()).await;
    for _ in 0..5 {
        let (written, told) = table.write(&near).await;
        assert!(told, "nothing stays in the outbox to show for it");
        let began = Instant::now();
        while table.read(&far).await.0 < written {
            assert!(began.elapsed() < PATIENCE, "it trusts the silence");
            sleep(Duration::from_millis(2)).await;
        }
    }
}

#[tokio::test]
async fn a_process_starts_without_the_server() {
    let (table, proxy) = (Table::default(), Proxy::start().await);
    proxy.set(Link::Cut);
    let options = CacheOptions { max_bytes: 1 << 20, redis_url: Some(proxy.url.clone()), prefix: prefix() };
    let cache = Cache::new(&options);
    let _background = cache.start(table.clone());
    until("the outbox was looked at", || cache.inner.outage.looked().is_some()).await;
    table.read(&cache).await;
    assert_eq!(table.read(&cache).await.1, Source::Hit);
    proxy.set(Link::Whole);
    until("it shares answers", || cache.is_joined()).await;
    table.read(&cache).await;
    assert_eq!(table.read(&cache).await.1, Source::Hit);
}
