//! What the cache itself takes of a request whose answer is at hand.

use std::{hint::black_box, time::Instant};

use tally_cache::{Cache, CacheOptions, Key, Policy, Reads, Scope, Source};

use crate::figures::{Figures, median};

/// As many tables as the largest dashboards read.
static POLICY: Policy = Policy::new(
    "bench.hit",
    3_600,
    &[
        Reads::Scoped("orders"),
        Reads::Scoped("special_orders"),
        Reads::Scoped("tickets"),
        Reads::Whole("users"),
    ],
);
const KILOBYTES: [usize; 3] = [1, 10, 100];
const CACHE_BYTES: u64 = 8 << 20;
/// One hit is too short to be timed alone.
const BATCH: u32 = 200;
const BATCHES: usize = 2_000;

pub(crate) async fn measure(figures: &mut Figures) -> anyhow::Result<()> {
    let mut medians = Vec::new();
    for kilobytes in KILOBYTES {
        let cache = Cache::new(&CacheOptions { max_bytes: CACHE_BYTES, ..CacheOptions::default() });
        let body = "b".repeat(kilobytes << 10);
        cache.get(key(), false, move || async move { Ok(body) }).await?;
        let mut times = Vec::with_capacity(BATCHES);
        for _ in 0..BATCHES {
            let began = Instant::now();
            for _ in 0..BATCH {
                let reply = cache.get(key(), false, || async { Ok(String::new()) }).await?;
                anyhow::ensure!(black_box(reply).source == Source::Hit, "not kept");
            }
            times.push(began.elapsed().as_secs_f64() * 1e9 / f64::from(BATCH));
        }
        medians.push(median(times));
    }
    for (kilobytes, nanoseconds) in KILOBYTES.into_iter().zip(&medians) {
        figures.at_most(format!("a hit in the cache, body of {kilobytes} KB"), *nanoseconds, "ns", 1_000.0);
    }
    let growth = 100.0 * (medians[2] / medians[0] - 1.0);
    figures.at_most("a hit of 100 KB beyond one of 1 KB", growth, "%", 25.0);
    Ok(())
}

/// Built for each request, as handlers do.
fn key() -> Key {
    Key::new(&POLICY, Scope::Website(black_box(7)), 0x5eed).with(black_box(30))
}
