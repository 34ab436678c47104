//! What the layer costs when the answer is at hand: `cargo run --release -p tally-cache --example hit`.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use tally_cache::{Cache, CacheOptions, Key, Policy, Reads, Scope, Source};

static POLICY: Policy = Policy::new(
    "example.dashboard",
    3600,
    &[Reads::Scoped("orders"), Reads::Scoped("payments"), Reads::Whole("users"), Reads::Scoped("reviews")],
);
/// Hits measured together: a clock is too coarse for one.
const BATCH: u32 = 100;
const BATCHES: usize = 5_000;

fn key(days: u32) -> Key {
    Key::new(&POLICY, Scope::Website(7), 0x5eed).with(days).with("")
}

async fn hit(cache: &Cache) -> usize {
    let load = || async { Ok(String::new()) };
    let reply = cache.get(key(30), false, load).await.expect("it is kept");
    assert_eq!(reply.source, Source::Hit);
    reply.entry.body.len()
}

/// Nanoseconds of the median and of the 99th in a hundred.
async fn measured(mut once: impl AsyncFnMut()) -> (u128, u128) {
    let mut times = Vec::with_capacity(BATCHES);
    for _ in 0..BATCHES {
        let began = Instant::now();
        for _ in 0..BATCH {
            once().await;
        }
        times.push((began.elapsed() / BATCH).as_nanos());
    }
    times.sort_unstable();
    (times[BATCHES / 2], times[BATCHES * 99 / 100])
}

#[tokio::main]
async fn main() {
    for kilobytes in [1, 10, 100] {
        let cache = Cache::new(&CacheOptions { max_bytes: 64 << 20, ..CacheOptions::default() });
        let body = "x".repeat(kilobytes * 1024);
        cache.get(key(30), false, move || async move { Ok(body) }).await.expect("it loads");
        // Compression goes on behind.
        tokio::time::sleep(Duration::from_millis(200)).await;
        let whole = measured(async || _ = black_box(hit(&cache).await)).await;
        let keys = measured(async || _ = black_box(key(black_box(30)))).await;
        println!("{kilobytes} KB: hit {} ns, 99 % {} ns; of that the key {} ns", whole.0, whole.1, keys.0);
    }
}
