mod forms;
mod level1;
mod load;
mod look_up;
mod told;
mod warm;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64},
    },
    time::Duration,
};

use futures::{FutureExt as _, future::BoxFuture};
use moka::sync::Cache as Moka;
use serde::Serialize;
use tally_db::{DbErr, TagSink};
use tokio::{
    sync::{Notify, Semaphore, watch},
    time::Instant,
};

use uuid::Uuid;

pub use self::told::Stored;
use self::{level1::Level1, load::within_load, warm::Warm};
use crate::{
    LoadFailed, Reply, Source,
    clock::{EVERYTHING, TagClock},
    counters::AllCounters,
    flight::Flights,
    key::Key,
    marks::Marks,
    outage::Outage,
    shared::Shared,
    sweep::Left,
};

/// After a failed load an old answer is served without another attempt for this long.
const THROTTLE: Duration = Duration::from_secs(1);
/// Answers compressed at a time: each takes a processor for milliseconds.
const COMPRESSING: usize = 1;
/// Failed loads remembered at a time.
const FAILURES: u64 = 10_000;

/// How large the cache is and where its second level lives.
#[derive(Clone, Debug, Default)]
pub struct CacheOptions {
    /// Memory of the first level, in bytes; 0 keeps nothing anywhere.
    pub max_bytes: u64,
    /// The Redis server, if there is one.
    pub redis_url: Option<String>,
    /// Tells caches apart that share a server and nothing else; empty for the only one.
    pub prefix: String,
}

/// Both levels, the clock, and the loads under way.
#[derive(Clone)]
pub struct Cache {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    short_addresses: bool,
    pub(crate) level1: Level1,
    pub(crate) shared: Option<Shared>,
    pub(crate) clock: TagClock,
    pub(crate) outage: Outage,
    flights: Flights,
    pub(crate) counters: AllCounters,
    failed: Moka<[u8; 32], Instant>,
    /// Whoever compresses: never so many that requests wait for a processor.
    pub(crate) compressing: Arc<Semaphore>,
    born: Instant,
    /// Loads that succeeded: signs of life of the database.
    pub(crate) loaded: AtomicU64,
    /// The database did not let itself be looked at, and no load succeeded since.
    pub(crate) database_away: watch::Sender<bool>,
    /// What the sweeper left in the outbox.
    pub(crate) left: Left,
    /// This process.
    node: String,
    /// What is loaded before anybody asks.
    warm: Mutex<Warm>,
    /// Told that the counters are worth publishing before their time.
    pub(crate) publish_now: Notify,
    /// Whether the background tasks run.
    pub(crate) started: AtomicBool,
    /// What is so for a few seconds, where there is no Redis.
    pub(crate) marks: Marks,
    /// Tells that the sweeper looked.
    pub(crate) swept: Notify,
}

impl TagSink for Cache {
    fn publish(&self, tags: Vec<String>) -> BoxFuture<'_, bool> {
        async move { self.inner.publish(&tags).await }.boxed()
    }
}

impl Cache {
    /// An empty cache. A Redis server that is away is no error: the second level waits for it, and for
    /// [`Cache::start`].
    pub fn new(options: &CacheOptions) -> Self {
        Self::with_addresses(options, false)
    }

    /// The same with addresses of 8 bits, so that answers meet in one place all the time: for tests of what
    /// happens then.
    pub fn colliding(options: &CacheOptions) -> Self {
        Self::with_addresses(options, true)
    }

    fn with_addresses(options: &CacheOptions, short: bool) -> Self {
        let node = Uuid::new_v4().simple().to_string();
        let open = |url: &str| {
            Shared::new(url, &options.prefix, node.clone())
                .inspect_err(|error| tracing::error!(error, "REDIS_URL is of no use"))
                .ok()
        };
        let shared = options.redis_url.as_deref().and_then(open);
        let clock = TagClock::default();
        if shared.is_none() {
            // Until somebody looks at the outbox at all, there is none.
            clock.trust(u64::MAX);
        }
        let inner = Inner {
            short_addresses: short,
            level1: Level1::new(options.max_bytes),
            shared,
            clock,
            outage: Outage::default(),
            flights: Flights::default(),
            counters: AllCounters::default(),
            failed: Moka::builder().max_capacity(FAILURES).time_to_live(THROTTLE).build(),
            compressing: Arc::new(Semaphore::new(COMPRESSING)),
            born: Instant::now(),
            loaded: AtomicU64::new(0),
            database_away: watch::Sender::new(false),
            left: Left::default(),
            node,
            warm: Mutex::default(),
            publish_now: Notify::new(),
            started: AtomicBool::new(false),
            marks: Marks::default(),
            swept: Notify::new(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// The answer under `key`: a kept one that still holds, or a load. However many ask at once, one loads, in
    /// whichever process; a caller who goes away does not stop it. `refresh` loads even though a good answer is
    /// kept.
    ///
    /// Within the load of another answer nothing kept is used: that answer does not remember what this one read,
    /// so it must not show anything older than itself.
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
        if self.inner.is_off() || within_load() {
            return Box::pin(self.bypass(key, load)).await;
        }
        let address = self.inner.address(key.text());
        if !refresh && let Some((entry, ahead)) = self.inner.at_hand(&key, address) {
            if ahead {
                self.behind(key, address, &entry, load);
            }
            return Ok(Reply { entry, source: Source::Hit });
        }
        // On the heap, so that the future of a hit stays small.
        Box::pin(self.look_up(key, address, refresh, load)).await
    }

    /// Ends every answer that carries one of `tags`, here at once and in every other process within the time
    /// a message takes. Says whether the others were told; when Redis is away they were not.
    ///
    /// A tag is the table that a policy [`Reads`](crate::Reads), or `table/column=value` where it reads only such
    /// rows. However many answers carry it, moving it costs the same.
    ///
    /// ```
    /// # use tally_cache::{Cache, CacheOptions, Key, LoadFailed, Policy, Reads, Scope};
    /// static RATES: Policy = Policy::new("docs.rates", 600, &[Reads::Whole("rates")]);
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), LoadFailed> {
    /// # let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
    /// let rates = |to: &str| Key::new(&RATES, Scope::Everything, 1).with(to);
    /// for to in ["EUR", "GBP"] {
    ///     cache.value(rates(to), || async { Ok(1) }).await?;
    /// }
    /// assert!(cache.invalidate(&["rates".to_owned()]).await);
    /// for to in ["EUR", "GBP"] {
    ///     assert_eq!(*cache.value(rates(to), || async { Ok(2) }).await?, 2);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn invalidate(&self, tags: &[String]) -> bool {
        self.inner.publish(tags).await
    }

    /// Ends every kept answer, in every process that can be told. Says whether all were.
    pub async fn forget_everything(&self) -> bool {
        self.inner.publish(&[EVERYTHING.to_owned()]).await
    }

    /// Whether this process shares answers with others at the moment, nothing in doubt.
    pub fn is_joined(&self) -> bool {
        let inner = &self.inner;
        inner.shared.as_ref().is_some_and(|shared| shared.link.is_up()) && inner.clock.trusted_at(inner.now())
    }

    /// Bytes and number of the answers kept in this process, once what is pending is tidied up.
    pub fn size(&self) -> (u64, u64) {
        let kept = &self.inner.level1.kept;
        kept.run_pending_tasks();
        (kept.weighted_size(), kept.entry_count())
    }
}

impl Inner {
    /// Where the answer of a key's text is kept.
    fn address(&self, key: &str) -> [u8; 32] {
        let mut address = Key::address_of(key);
        if self.short_addresses {
            address[1..].fill(0);
        }
        address
    }

    /// Milliseconds since this process began.
    pub(crate) fn now(&self) -> u64 {
        self.at(Instant::now())
    }

    fn at(&self, now: Instant) -> u64 {
        // The first moment is 1: zero means never.
        u64::try_from(now.saturating_duration_since(self.born).as_millis())
            .unwrap_or(u64::MAX)
            .saturating_add(1)
    }

    pub(crate) async fn publish(&self, tags: &[String]) -> bool {
        match &self.shared {
            Some(shared) if shared.publish(&self.clock, tags).await => true,
            // Not told to others: they find the rows in the outbox. Whoever wrote still reads his own write.
            shared => {
                self.clock.bump_local(tags);
                shared.is_none()
            }
        }
    }

    /// Whether nothing is kept at all.
    fn is_off(&self) -> bool {
        self.level1.max_bytes == 0
    }

    /// Redis, if it may be counted on.
    fn up(&self) -> Option<&Shared> {
        self.shared.as_ref().filter(|shared| shared.link.is_up())
    }

    pub(crate) fn is_database_away(&self) -> bool {
        *self.database_away.borrow()
    }

    /// Ends when the database counts as away.
    async fn database_goes(&self) {
        // The sender lives as long as this does.
        let _ = self.database_away.subscribe().wait_for(|away| *away).await;
    }

    /// Takes in whether the database is away; those who wait for it are told.
    pub(crate) fn see_database(&self, away: bool) {
        self.database_away.send_if_modified(|known| std::mem::replace(known, away) != away);
    }
}
