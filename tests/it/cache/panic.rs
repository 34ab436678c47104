//! A panic while an answer is written as JSON is told to those who wait, once.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use futures::future::join_all;
use serde::{Serialize, Serializer};
use tally_cache::{Cache, CacheOptions, Key, LoadFailed, Policy, Reads, Reply, Scope, Source};
use tokio::time::sleep;

static POLICY: Policy = Policy::new("test.one_load", 300, &[Reads::Whole("orders")]);
const LOAD: Duration = Duration::from_millis(100);

fn cache() -> Cache {
    Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() })
}

/// What cannot be written as JSON without a panic, the first time.
#[derive(Clone)]
struct Breaks(Arc<AtomicUsize>);

impl Serialize for Breaks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        assert!(self.0.fetch_add(1, SeqCst) > 0, "the first one breaks");
        serializer.serialize_str("whole")
    }
}

async fn ask<T: Serialize + Send + 'static>(cache: &Cache, value: T) -> Result<Reply, LoadFailed> {
    let load = || async move {
        sleep(LOAD).await;
        Ok(value)
    };
    cache.get(Key::new(&POLICY, Scope::Everything, 0), false, load).await
}

#[tokio::test]
async fn a_panic_reaches_everybody_once_and_the_next_request_loads() {
    let (cache, breaks) = (cache(), Breaks(Arc::default()));
    let waiting = join_all((0..50).map(|_| ask(&cache, breaks.clone()))).await;
    assert!(waiting.iter().all(|reply| matches!(reply, Err(LoadFailed::Panicked(_)))));
    assert_eq!(breaks.0.load(SeqCst), 1, "one load for fifty callers");
    let reply = ask(&cache, breaks).await.unwrap();
    assert_eq!((reply.source, &reply.entry.body[..]), (Source::Loaded { stored: true }, &b"\"whole\""[..]));
}
