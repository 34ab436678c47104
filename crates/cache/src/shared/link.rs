use std::{
    io,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed, Ordering::SeqCst},
    },
    time::Duration,
};

use deadpool_redis::{
    Connection, Hook, HookError, Manager, Pool, Runtime,
    redis::{
        AsyncConnectionConfig, Client, Cmd, FromRedisValue, RedisError, RedisResult,
        aio::{MultiplexedConnection, PubSub},
    },
};
use tokio::{
    sync::Notify,
    time::{Instant, timeout},
};

use crate::{
    buckets::Histogram,
    shared::{
        names::{Names, new_epoch},
        scripts::{GREET, call},
    },
};

/// A server in the same building answers within milliseconds.
const CONNECT: Duration = Duration::from_millis(250);
/// What a request waits at most, once, before the server counts as away.
pub(crate) const READ: Duration = Duration::from_millis(50);
/// What a writer or the housekeeping waits.
pub(crate) const WRITE: Duration = Duration::from_millis(100);
/// The heartbeat, catching up and the counters take turns.
const POOLED: usize = 4;

/// The connections to one Redis server, and whether it may be counted on.
///
/// Whoever gets no answer in time takes the handle away for everybody (the breaker); one task in the
/// background brings it back. Nobody else waits for a server that does not answer.
pub(crate) struct Link {
    pub(crate) names: Names,
    pub(crate) client: Client,
    pool: Pool,
    /// A multiplexed handle, kept and cloned: a pool's `get` costs a round trip of its own. The number tells
    /// late failures of an earlier handle from those of this one.
    handle: Mutex<(u64, Option<MultiplexedConnection>)>,
    /// Whether this process has caught up since the handle came back.
    up: AtomicBool,
    told: AtomicBool,
    /// Told when the handle is lost: who brings it back, and who looks at the outbox meanwhile.
    pub(crate) lost: Notify,
    pub(crate) look_out: Notify,
    pub(crate) errors: AtomicU64,
    /// Round trips that were answered, in microseconds.
    pub(crate) round_trips: Histogram,
}

impl Link {
    /// # Errors
    /// When `url` cannot be read.
    pub(crate) fn new(url: &str, prefix: &str) -> Result<Self, String> {
        let names = Names::new(prefix);
        let client = Client::open(url).map_err(|error| error.to_string())?;
        let manager = Manager::new_with_config(url, config()).map_err(|error| error.to_string())?;
        let of_pool = names.clone();
        let greeted = Hook::async_fn(move |connection: &mut MultiplexedConnection, _| {
            let (mut connection, names) = (connection.clone(), of_pool.clone());
            Box::pin(async move { greet(&mut connection, &names).await.map_err(HookError::Backend) })
        });
        let pool = Pool::builder(manager)
            .max_size(POOLED)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(CONNECT))
            .create_timeout(Some(CONNECT))
            .recycle_timeout(Some(READ))
            .post_create(greeted)
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self {
            names,
            client,
            pool,
            handle: Mutex::default(),
            up: AtomicBool::new(false),
            told: AtomicBool::new(false),
            lost: Notify::new(),
            look_out: Notify::new(),
            errors: AtomicU64::new(0),
            round_trips: Histogram::default(),
        })
    }

    /// Whether answers of the server may be used: it answers, and this process has caught up with it.
    pub(crate) fn is_up(&self) -> bool {
        self.up.load(SeqCst)
    }

    pub(crate) fn is_connected(&self) -> bool {
        self.lock().1.is_some()
    }

    /// Counts on the server again, unless the handle was lost meanwhile.
    pub(crate) fn rise(&self) -> bool {
        let handle = self.lock();
        let connected = handle.1.is_some();
        self.up.store(connected, SeqCst);
        if connected && self.told.swap(false, Relaxed) {
            tracing::info!("Redis answers again");
        }
        connected
    }

    /// Opens the shared handle anew.
    ///
    /// # Errors
    /// When the server does not answer.
    pub(crate) async fn connect(&self) -> RedisResult<()> {
        let config = config();
        let opening = self.client.get_multiplexed_async_connection_with_config(&config);
        let mut connection = timeout(CONNECT, opening).await.map_err(|_| too_late())??;
        timeout(WRITE, greet(&mut connection, &self.names)).await.map_err(|_| too_late())??;
        let mut handle = self.lock();
        *handle = (handle.0 + 1, Some(connection));
        Ok(())
    }

    /// Listens to the notices.
    ///
    /// # Errors
    /// When the server does not answer.
    pub(crate) async fn subscribe(&self) -> RedisResult<PubSub> {
        let opening = self.client.get_async_pubsub();
        let mut subscription = timeout(CONNECT, opening).await.map_err(|_| too_late())??;
        let subscribing = subscription.subscribe(&self.names.news);
        timeout(WRITE, subscribing).await.map_err(|_| too_late())??;
        Ok(subscription)
    }

    /// Asks over the shared handle. Nothing comes back when the server is away; if it only now shows to be, the
    /// handle is lost.
    pub(crate) async fn ask<T>(
        &self,
        patience: Duration,
        question: impl AsyncFnOnce(&mut MultiplexedConnection) -> RedisResult<T>,
    ) -> Option<T> {
        let (number, handle) = self.lock().clone();
        let (mut handle, began) = (handle?, Instant::now());
        let answer = timeout(patience, question(&mut handle)).await.unwrap_or_else(|_| Err(too_late()));
        if answer.is_ok() {
            self.round_trips.record(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX));
        }
        answer.inspect_err(|error| self.lose(number, error)).ok()
    }

    pub(crate) async fn run<T: FromRedisValue>(&self, patience: Duration, command: &Cmd) -> Option<T> {
        self.ask(patience, async |connection| command.query_async(connection).await).await
    }

    /// Asks over a connection of the pool: for what no request waits for.
    pub(crate) async fn run_pooled<T: FromRedisValue>(&self, command: &Cmd) -> Option<T> {
        let number = self.lock().0;
        let answer = async {
            let mut connection: Connection =
                self.pool.get().await.map_err(|error| RedisError::from(io::Error::other(error)))?;
            timeout(WRITE, command.query_async(&mut *connection)).await.map_err(|_| too_late())?
        };
        answer.await.inspect_err(|error| self.lose(number, error)).ok()
    }

    /// Takes the handle away: the server did not answer, or not as it should.
    pub(crate) fn lose(&self, number: u64, error: &RedisError) {
        let mut handle = self.lock();
        if handle.0 != number || handle.1.is_none() {
            return;
        }
        handle.1 = None;
        self.up.store(false, SeqCst);
        drop(handle);
        self.errors.fetch_add(1, Relaxed);
        self.lost.notify_one();
        self.look_out.notify_one();
        self.tell(error);
    }

    /// Says once that the server is away.
    pub(crate) fn tell(&self, error: &RedisError) {
        if !self.told.swap(true, Relaxed) {
            tracing::warn!(%error, "Redis does not answer; answers are kept in this process only");
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (u64, Option<MultiplexedConnection>)> {
        self.handle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn config() -> AsyncConnectionConfig {
    AsyncConnectionConfig::new().set_connection_timeout(Some(CONNECT)).set_response_timeout(Some(WRITE))
}

async fn greet(connection: &mut MultiplexedConnection, names: &Names) -> RedisResult<()> {
    let mut script = call(&GREET, &[&names.clock, &names.moves]);
    script.arg(new_epoch()).arg(&names.news);
    let _: (u64, u64) = script.query_async(connection).await?;
    Ok(())
}

fn too_late() -> RedisError {
    io::Error::from(io::ErrorKind::TimedOut).into()
}
