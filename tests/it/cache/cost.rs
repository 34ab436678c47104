//! What a hit and an invalidation may cost, counted.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use futures::{StreamExt as _, stream};
use serde::{Serialize, Serializer};
use tally_cache::{Background, Cache, CacheOptions, Coding, Key, NoOutbox, Policy, Reads, Scope, Source};
use tally_testkit::PrivateRedis;

use super::scene::{rounds, until};

static POLICY: Policy = Policy::new("cost.answer", 3_600, &[Reads::Whole("orders")]);
const AT_ONCE: usize = 64;
/// At some kilobyte for each of a million.
const BYTES: u64 = 3 << 30;

/// Counts how often it is written as JSON.
struct Counted(Arc<AtomicUsize>, usize);

impl Serialize for Counted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.fetch_add(1, SeqCst);
        serializer.serialize_str(&"text ".repeat(self.1 / 5))
    }
}

async fn process(redis: &PrivateRedis) -> (Cache, Background) {
    let options = CacheOptions { max_bytes: BYTES, redis_url: Some(redis.url()), ..CacheOptions::default() };
    let cache = Cache::new(&options);
    let background = cache.start(NoOutbox);
    until("it finds Redis", async || cache.is_joined()).await;
    (cache, background)
}

fn key(number: usize) -> Key {
    Key::new(&POLICY, Scope::Everything, 0).with(number)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tag_of_very_many_entries_ends_them_in_one_round_trip() {
    let redis = PrivateRedis::start().await;
    let (cache, _background) = process(&redis).await;
    let entries = rounds(10_000, 1_000_000);
    let fill = stream::iter(0..entries).map(|number| {
        let cache = cache.clone();
        tokio::spawn(
            async move { cache.get(key(number), false, move || async move { Ok(number) }).await.is_ok() },
        )
    });
    let filled = fill.buffer_unordered(AT_ONCE).filter(|ok| std::future::ready(*ok.as_ref().unwrap()));
    assert_eq!(filled.count().await, entries);
    assert!(redis.cli(&["DBSIZE"]).await.parse::<usize>().unwrap() >= entries);

    let names = ["eval", "publish", "zcard", "hincrby", "scan", "keys", "del"];
    let tags = ["orders".to_owned()];
    let mut times = Vec::new();
    let before = redis.calls(names).await;
    for _ in 0..10 {
        let began = Instant::now();
        assert!(cache.invalidate(&tags).await);
        times.push(began.elapsed());
    }
    times.sort_unstable();
    let (quickest, usual, slowest) = (times[0], times[times.len() / 2], times[times.len() - 1]);
    let after = redis.calls(names).await;
    let [evals, _, ticks, moves, scans, keys, deleted] = std::array::from_fn(|at| after[at] - before[at]);
    let lost = cache.get(key(0), false, || async { Ok(0) }).await.unwrap().source;
    println!(
        "C11: a tag of {entries} entries moved 10 times in {quickest:?} to {slowest:?}, {usual:?} in the middle, {} round \
         trips, {} SCAN, KEYS or DEL",
        evals - ticks,
        scans + keys + deleted
    );
    assert_eq!((evals - ticks, moves, scans + keys + deleted), (10, 10, 0));
    assert_eq!(lost, Source::Loaded { stored: true });
    assert!(usual <= Duration::from_millis(1), "{usual:?}");
}

// Hits never wait, so the heartbeat needs a thread of its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hit_writes_no_json_compresses_nothing_and_asks_nobody() {
    let redis = PrivateRedis::start().await;
    let (cache, _background) = process(&redis).await;
    let written = Arc::new(AtomicUsize::new(0));
    let ask = async |length: usize| {
        let written = Arc::clone(&written);
        cache.get(key(length), false, move || async move { Ok(Counted(written, length)) }).await.unwrap()
    };
    let sizes = [1_000, 10_000, 100_000];
    for length in sizes {
        ask(length).await;
        // Small ones are not worth compressing.
        let wanted = if length > 1_024 { Coding::Brotli } else { Coding::Identity };
        until("it is compressed", async || ask(length).await.entry.coded(&[Coding::Brotli]).0 == wanted)
            .await;
    }
    let names = ["get", "hmget", "set", "eval", "zcard"];
    let before = redis.calls(names).await;
    let hits = rounds(5_000, 100_000);
    for length in sizes {
        let first = ask(length).await.entry;
        for _ in 0..hits {
            let reply = ask(length).await;
            assert_eq!(reply.source, Source::Hit);
            for coding in [Coding::Identity, Coding::Brotli, Coding::Gzip] {
                let (bytes, same) = (reply.entry.coded(&[coding]).1, first.coded(&[coding]).1);
                assert!(std::ptr::eq(bytes.as_ptr(), same.as_ptr()), "the same bytes, not a copy");
            }
        }
    }
    let after = redis.calls(names).await;
    let [gets, hmgets, sets, evals, ticks] = std::array::from_fn(|at| after[at] - before[at]);
    let asked = gets + hmgets + (evals - ticks) + (sets - ticks);
    let written = written.load(SeqCst) - sizes.len();
    println!("C12: {} hits: {written} serialisations, 0 compressions, {asked} Redis calls", 3 * hits);
    assert_eq!((written, asked), (0, 0));
}
