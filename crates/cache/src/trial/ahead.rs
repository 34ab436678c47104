//! Answers loaded before anybody asks.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use tokio::time::advance;

use super::{POLICY, TAG};
use crate::{Cache, CacheOptions, Key, LoadFailed, Scope, Source};

#[derive(Clone)]
struct Origin {
    cache: Cache,
    loads: Arc<AtomicU64>,
}

impl Origin {
    fn new(max_bytes: u64) -> Self {
        let cache = Cache::new(&CacheOptions { max_bytes, ..CacheOptions::default() });
        Self { cache, loads: Arc::default() }
    }

    fn key() -> Key {
        Key::new(&POLICY, Scope::Website(3), 0)
    }

    async fn warm(&self, force: bool) -> Result<Source, LoadFailed> {
        let loads = Arc::clone(&self.loads);
        let load = move || async move { Ok(loads.fetch_add(1, SeqCst)) };
        Ok(self.cache.warm(Self::key(), force, load).await?.source)
    }

    /// Finds the answer kept, so often.
    async fn hits(&self, times: u64) {
        for _ in 0..times {
            let reply = self.cache.get(Self::key(), false, || async { Ok(u64::MAX) }).await.unwrap();
            assert_eq!(reply.source, Source::Hit);
        }
    }

    fn wanted(&self) -> Vec<Scope> {
        self.cache.wanted_again(9).into_iter().map(|(_, scope)| scope).collect()
    }
}

const LOADED: Source = Source::Loaded { stored: true };

#[tokio::test(start_paused = true)]
async fn what_was_popular_is_wanted_again_when_it_ends() {
    let origin = Origin::new(1 << 20);
    assert_eq!(origin.warm(false).await.unwrap(), LOADED);
    origin.hits(9).await;
    origin.cache.invalidate(&[TAG.to_owned()]).await;
    assert_eq!(origin.wanted(), [], "nine times is not often");

    assert_eq!(origin.warm(false).await.unwrap(), LOADED);
    origin.hits(10).await;
    assert_eq!(origin.wanted(), [], "it has not ended");
    origin.cache.invalidate(&[TAG.to_owned()]).await;
    assert_eq!(origin.wanted(), [Scope::Website(3)]);
    assert_eq!(origin.cache.wanted_again(0).len(), 0);

    // What is about to grow old has ended too, before anybody notices.
    assert_eq!(origin.warm(false).await.unwrap(), LOADED);
    assert_eq!(origin.wanted(), [], "this is another life");
    origin.hits(10).await;
    let fresh = origin.cache.inner.level1.get(&Origin::key().address()).unwrap().fresh;
    advance(fresh.mul_f64(0.89)).await;
    assert_eq!((origin.wanted(), origin.warm(false).await.unwrap()), (vec![], Source::Hit));
    advance(fresh.mul_f64(0.02)).await;
    assert_eq!(origin.wanted(), [Scope::Website(3)]);
    assert_eq!(origin.warm(false).await.unwrap(), LOADED);
    assert_eq!((origin.loads.load(SeqCst), origin.wanted()), (4, vec![]));

    let figures = origin.cache.figures().remove(0);
    assert_eq!((figures.requests(), figures.l1, figures.loads), (29, 29, 4), "warming is no request");
}

#[tokio::test(start_paused = true)]
async fn only_force_loads_what_is_good() {
    let origin = Origin::new(1 << 20);
    for (force, source) in [(false, LOADED), (false, Source::Hit), (true, LOADED), (true, LOADED)] {
        assert_eq!(origin.warm(force).await.unwrap(), source);
        advance(Duration::from_millis(1)).await;
    }
    assert_eq!(origin.loads.load(SeqCst), 3);
    let off = Origin::new(0);
    assert!(matches!(off.warm(true).await, Err(LoadFailed::Away)), "nothing is kept");
}

#[tokio::test]
async fn what_ends_everything_is_noticed() {
    let origin = Origin::new(1 << 20);
    let before = origin.cache.renewals();
    origin.cache.invalidate(&[TAG.to_owned()]).await;
    assert_eq!(origin.cache.renewals(), before);
    origin.cache.forget_everything().await;
    assert_eq!(origin.cache.renewals(), before + 1);
}
