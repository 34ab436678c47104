use std::{
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use futures::{
    FutureExt as _,
    future::{BoxFuture, ready},
};
use moka::{Expiry, sync::Cache as Moka};
use serde::{Serialize, de::DeserializeOwned};
use tally_db::{DbErr, Meter, TagSink, metered};

use crate::{
    clock::{Stamp, TagClock},
    entry::Entry,
    flight::{Flights, Landing, Obtained},
    key::Key,
    level2::Level2,
    reply::{LoadFailed, Reply, Source},
};

/// Without news from the outbox for this long, nobody knows what other programs committed.
const TRUSTED_FOR: Duration = Duration::from_secs(1);
/// A refresh asked for within this time of the last load gets that load's answer.
const REFRESH_INTERVAL: Duration = Duration::from_secs(5);

/// How large the cache is and where its second level lives.
#[derive(Clone, Debug, Default)]
pub struct CacheOptions {
    /// Memory of the first level, in bytes.
    pub max_bytes: u64,
    /// The Redis server, if there is one.
    pub redis_url: Option<String>,
}

/// Both levels, the clock, and the loads under way.
#[derive(Clone)]
pub struct Cache {
    inner: Arc<Inner>,
}

struct Inner {
    level1: Moka<[u8; 32], Arc<Entry>>,
    level2: Option<Level2>,
    clock: TagClock,
    flights: Flights,
    started: Instant,
    /// Milliseconds since `started` of the last look at the outbox; 0 until somebody looks at all.
    looked: AtomicU64,
}

struct OwnLifetime;

impl Expiry<[u8; 32], Arc<Entry>> for OwnLifetime {
    fn expire_after_create(&self, _: &[u8; 32], entry: &Arc<Entry>, _: Instant) -> Option<Duration> {
        Some(entry.lifetime.saturating_sub(entry.age()))
    }

    fn expire_after_update(
        &self,
        _: &[u8; 32],
        entry: &Arc<Entry>,
        _: Instant,
        _: Option<Duration>,
    ) -> Option<Duration> {
        Some(entry.lifetime.saturating_sub(entry.age()))
    }
}

impl TagSink for Cache {
    fn publish(&self, tags: Vec<String>) -> BoxFuture<'_, bool> {
        self.inner.clock.bump(&tags);
        ready(true).boxed()
    }
}

impl Cache {
    /// An empty cache. A Redis server that is away is no error: the second level waits for it.
    pub fn new(options: &CacheOptions) -> Self {
        let level1 = Moka::builder()
            .weigher(|_, entry: &Arc<Entry>| entry.weight())
            .max_capacity(options.max_bytes)
            .expire_after(OwnLifetime)
            .build();
        let level2 = options.redis_url.as_deref().and_then(Level2::new);
        let inner = Inner {
            level1,
            level2,
            clock: TagClock::default(),
            flights: Flights::default(),
            started: Instant::now(),
            looked: AtomicU64::new(0),
        };
        Self { inner: Arc::new(inner) }
    }

    /// The answer under `key`: a kept one that still holds, or a load. However many ask at once, one loads; a
    /// caller who goes away does not stop it. `refresh` loads even though a good answer is kept.
    ///
    /// # Errors
    /// When loading failed and there is no answer old but good enough.
    pub async fn get<T, F>(
        &self,
        key: Key,
        refresh: bool,
        load: impl FnOnce() -> F,
    ) -> Result<Reply, LoadFailed>
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let policy = key.policy.name;
        let result = self.look_up(key, refresh, load).await;
        let outcome = match &result {
            Ok(reply) => reply.source.name(),
            Err(_) => "error",
        };
        metrics::counter!("tally_cache_requests_total", "policy" => policy, "outcome" => outcome)
            .increment(1);
        result
    }

    /// Like [`Cache::get`] for values that the program itself uses.
    ///
    /// # Errors
    /// As [`Cache::get`].
    pub async fn value<T, F>(&self, key: Key, load: impl FnOnce() -> F) -> Result<T, LoadFailed>
    where
        T: Serialize + DeserializeOwned,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let reply = self.get(key, false, load).await?;
        serde_json::from_slice(&reply.entry.body).map_err(|error| LoadFailed::Undecodable(error.to_string()))
    }

    /// Ends every kept answer.
    pub fn forget_everything(&self) {
        self.inner.clock.bump(&[crate::clock::EVERYTHING.to_owned()]);
    }

    pub(crate) fn bump(&self, tags: &[String]) {
        self.inner.clock.bump(tags);
    }

    pub(crate) fn looked(&self) {
        let since = u64::try_from(self.inner.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.inner.looked.store(since.max(1), Relaxed);
    }

    async fn look_up<T, F>(
        &self,
        key: Key,
        refresh: bool,
        load: impl FnOnce() -> F,
    ) -> Result<Reply, LoadFailed>
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let address = key.address();
        let kept = self.inner.kept(&key, address);
        if let Some(entry) = &kept {
            let young = entry.age() < REFRESH_INTERVAL;
            if self.inner.trusted() && (!refresh || young) && entry.age() < entry.fresh {
                return Ok(Reply { entry: Arc::clone(entry), source: Source::Hit });
            }
            if self.inner.trusted() && !refresh && entry.age() < entry.fresh + key.policy.grace {
                // Nobody waits for it: the task goes on by itself.
                drop(self.fly(key, address, true, load()));
                return Ok(Reply { entry: Arc::clone(entry), source: Source::Stale });
            }
        }
        let (fail_safe, identity) = (key.policy.fail_safe, key.policy.identity);
        let (flight, joined) = self.fly(key, address, refresh || kept.is_some(), load());
        match (flight.await, kept) {
            (Ok((entry, from)), _) => Ok(Reply { entry, source: Source::of(from, joined, refresh) }),
            (Err(_), Some(entry)) if !identity && entry.age() < entry.fresh + fail_safe => {
                Ok(Reply { entry, source: Source::Stale })
            }
            (Err(error), _) => Err(error),
        }
    }

    /// Joins or starts the load of `key`. `anew` skips what is kept.
    fn fly<T, F>(
        &self,
        key: Key,
        address: [u8; 32],
        anew: bool,
        load: F,
    ) -> (impl Future<Output = Landing> + use<T, F>, bool)
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let tags = key.policy.tags(key.scope);
        let inner = Arc::clone(&self.inner);
        let start = move |stamp: Stamp| {
            let meter = Meter::current().unwrap_or_default();
            let task = async move {
                let load = metered(meter, inner.load(&key, address, &stamp, anew, load));
                let landing = AssertUnwindSafe(load).catch_unwind().await;
                // Whatever happened: a load that is not under way must not be joined.
                inner.flights.land(address, &stamp);
                landing.unwrap_or_else(|panic| Err(LoadFailed::panicked(panic.as_ref())))
            };
            let task = tokio::spawn(task);
            async move { task.await.unwrap_or_else(|error| Err(LoadFailed::Panicked(error.to_string()))) }
                .boxed()
        };
        let stamp = || self.inner.clock.stamp(&tags);
        self.inner.flights.join_or_start(&self.inner.clock, address, stamp, start)
    }
}

impl Inner {
    /// The kept entry, when it is this key's and nothing it read has moved.
    fn kept(&self, key: &Key, address: [u8; 32]) -> Option<Arc<Entry>> {
        self.level1.get(&address).filter(|entry| entry.key == key.text() && self.clock.holds(&entry.stamp))
    }

    /// Whether the clock has heard of other programs' commits lately.
    fn trusted(&self) -> bool {
        match self.looked.load(Relaxed) {
            0 => true,
            looked => self.started.elapsed() < Duration::from_millis(looked) + TRUSTED_FOR,
        }
    }

    async fn load<T, F>(
        self: &Arc<Self>,
        key: &Key,
        address: [u8; 32],
        stamp: &Stamp,
        anew: bool,
        load: F,
    ) -> Landing
    where
        T: Serialize,
        F: Future<Output = Result<T, DbErr>> + Send,
    {
        if !anew && let Some(entry) = self.look_again(key, address).await {
            return Ok((entry, Obtained::Level2));
        }
        let body = load.await.map_err(|error| LoadFailed::Database(Arc::new(error)))?;
        let body = serde_json::to_vec(&body).map_err(|error| LoadFailed::Undecodable(error.to_string()))?;
        let previous = self.level1.get(&address).filter(|entry| entry.key == key.text());
        let entry = Arc::new(Entry::new(key, stamp.clone(), body, previous.as_deref()));
        if !self.clock.holds(stamp) {
            return Ok((entry, Obtained::Unkept));
        }
        self.level1.insert(address, Arc::clone(&entry));
        self.finish_behind(address, Arc::clone(&entry));
        Ok((entry, Obtained::Stored))
    }

    /// Somebody may have stored the answer since this caller looked, here or in the second level.
    async fn look_again(&self, key: &Key, address: [u8; 32]) -> Option<Arc<Entry>> {
        let here = self.kept(key, address).filter(|entry| entry.age() < entry.fresh && self.trusted());
        if here.is_some() {
            return here;
        }
        let entry = self.level2.as_ref()?.get(&self.clock, key, address).await?;
        let entry = Arc::new(entry);
        self.level1.insert(address, Arc::clone(&entry));
        Some(entry)
    }

    /// Compression and the second level take their time without anybody waiting.
    fn finish_behind(self: &Arc<Self>, address: [u8; 32], entry: Arc<Entry>) {
        let inner = Arc::clone(self);
        tokio::spawn(async move {
            let entry = if entry.wants_compression() {
                let plain = Arc::clone(&entry);
                let Ok(coded) = tokio::task::spawn_blocking(move || Arc::new(plain.compressed())).await
                else {
                    return;
                };
                // A newer answer may have taken the place meanwhile.
                if inner.level1.get(&address).is_some_and(|kept| Arc::ptr_eq(&kept, &entry)) {
                    inner.level1.insert(address, Arc::clone(&coded));
                }
                coded
            } else {
                entry
            };
            if let Some(level2) = &inner.level2 {
                level2.put(address, &entry).await;
            }
        });
    }
}
