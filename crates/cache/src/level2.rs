use std::{
    fmt::Write as _,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use bytes::Bytes;
use deadpool_redis::{
    Connection, Manager, Pool, Runtime,
    redis::{self, AsyncConnectionConfig, Cmd, FromRedisValue, RedisError, aio::MultiplexedConnection},
};
use serde::{Deserialize, Serialize};
use tally_kernel::Clock;
use uuid::Uuid;

use crate::{clock::TagClock, entry::Entry, key::Key};

const CONNECT: Duration = Duration::from_millis(250);
const READ: Duration = Duration::from_millis(50);
const WRITE: Duration = Duration::from_millis(100);
/// How long nobody asks a server that did not answer.
const PAUSE: Duration = Duration::from_secs(1);
const CONNECTIONS: usize = 4;

/// Answers in Redis. Every failure is a miss, never an error.
///
/// Until the clock itself lives in Redis, its times mean something to this process only: the names carry a
/// fresh id per process, and answers of a process that is gone expire unread.
pub(crate) struct Level2 {
    pool: Pool,
    run: Uuid,
    /// A multiplexed handle, kept and cloned: a pool's `get` costs a round trip of its own.
    handle: Mutex<Option<MultiplexedConnection>>,
    asleep_until: Mutex<Option<Instant>>,
    told: AtomicBool,
}

/// What stands before the bytes: everything an [`Entry`] needs to be itself again.
#[derive(Serialize, Deserialize)]
struct Envelope {
    key: String,
    etag: String,
    epoch: u64,
    s0: u64,
    loaded_at_ms: i64,
    fresh_ms: u64,
    body: usize,
    brotli: Option<usize>,
    gzip: Option<usize>,
}

impl Level2 {
    pub(crate) fn new(url: &str) -> Option<Self> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(CONNECT))
            .set_response_timeout(Some(WRITE));
        let pool =
            Manager::new_with_config(url, config).map_err(|error| error.to_string()).and_then(|manager| {
                Pool::builder(manager)
                    .max_size(CONNECTIONS)
                    .runtime(Runtime::Tokio1)
                    .wait_timeout(Some(CONNECT))
                    .create_timeout(Some(CONNECT))
                    .recycle_timeout(Some(READ))
                    .build()
                    .map_err(|error| error.to_string())
            });
        let pool = pool.inspect_err(|error| tracing::error!(error, "REDIS_URL is of no use")).ok()?;
        Some(Self {
            pool,
            run: Uuid::new_v4(),
            handle: Mutex::default(),
            asleep_until: Mutex::default(),
            told: AtomicBool::new(false),
        })
    }

    /// The answer under `key`, when it is there and nothing it read has moved.
    pub(crate) async fn get(&self, clock: &TagClock, key: &Key, address: [u8; 32]) -> Option<Entry> {
        let stored: Option<Vec<u8>> = self.ask(&Cmd::get(self.name(address)), READ).await?;
        let entry = decode(clock, key, stored?.into())?;
        (clock.holds(&entry.stamp) && entry.age() < entry.fresh).then_some(entry)
    }

    pub(crate) async fn put(&self, address: [u8; 32], entry: &Entry) {
        let Some(bytes) = encode(entry) else { return };
        let seconds = entry.fresh.saturating_sub(entry.age()).as_secs();
        if seconds > 0 {
            let _: Option<()> = self.ask(&Cmd::set_ex(self.name(address), bytes, seconds), WRITE).await;
        }
    }

    fn name(&self, address: [u8; 32]) -> String {
        let mut name = format!("{{tally}}:{}:", self.run.simple());
        for byte in address {
            write!(name, "{byte:02x}").expect("a String takes every write");
        }
        name
    }

    async fn ask<T: FromRedisValue>(&self, command: &Cmd, patience: Duration) -> Option<T> {
        if lock(&self.asleep_until).is_some_and(|until| Instant::now() < until) {
            return None;
        }
        let answer = async {
            let mut connection = self.connection().await?;
            let asked = tokio::time::timeout(patience, command.query_async(&mut connection)).await;
            asked.map_err(|_| redis::RedisError::from(std::io::Error::from(std::io::ErrorKind::TimedOut)))?
        };
        match answer.await {
            Ok(value) => {
                if self.told.swap(false, Relaxed) {
                    tracing::info!("Redis answers again");
                }
                Some(value)
            }
            Err(error) => {
                self.rest(&error);
                None
            }
        }
    }

    async fn connection(&self) -> Result<MultiplexedConnection, RedisError> {
        if let Some(connection) = lock(&self.handle).clone() {
            return Ok(connection);
        }
        let pooled = self.pool.get().await.map_err(|error| RedisError::from(std::io::Error::other(error)))?;
        let connection = Connection::take(pooled);
        *lock(&self.handle) = Some(connection.clone());
        Ok(connection)
    }

    fn rest(&self, error: &RedisError) {
        *lock(&self.handle) = None;
        *lock(&self.asleep_until) = Some(Instant::now() + PAUSE);
        if !self.told.swap(true, Relaxed) {
            tracing::warn!(%error, "Redis does not answer; answers are kept in this process only");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn encode(entry: &Entry) -> Option<Vec<u8>> {
    let age = i64::try_from(entry.age().as_millis()).ok()?;
    let envelope = Envelope {
        key: entry.key.clone(),
        etag: entry.etag.clone(),
        epoch: entry.stamp.epoch,
        s0: entry.stamp.s0,
        loaded_at_ms: Clock::real().timestamp_millis() - age,
        fresh_ms: u64::try_from(entry.fresh.as_millis()).ok()?,
        body: entry.body.len(),
        brotli: entry.brotli.as_ref().map(Bytes::len),
        gzip: entry.gzip.as_ref().map(Bytes::len),
    };
    let head = serde_json::to_vec(&envelope).ok()?;
    let mut bytes = u32::try_from(head.len()).ok()?.to_be_bytes().to_vec();
    bytes.extend(head);
    bytes.extend(&entry.body);
    bytes.extend(entry.brotli.iter().chain(&entry.gzip).flatten());
    Some(bytes)
}

fn decode(clock: &TagClock, key: &Key, mut stored: Bytes) -> Option<Entry> {
    let mut take = |length: usize| (stored.len() >= length).then(|| stored.split_to(length));
    let head = u32::from_be_bytes(take(4)?.as_ref().try_into().ok()?);
    let head: Envelope = serde_json::from_slice(&take(usize::try_from(head).ok()?)?).ok()?;
    let age = Clock::real().timestamp_millis().checked_sub(head.loaded_at_ms)?;
    let loaded_at = Instant::now().checked_sub(Duration::from_millis(u64::try_from(age).ok()?))?;
    (head.key == key.text()).then_some(())?;
    Some(Entry {
        body: take(head.body)?,
        brotli: match head.brotli {
            Some(length) => Some(take(length)?),
            None => None,
        },
        gzip: match head.gzip {
            Some(length) => Some(take(length)?),
            None => None,
        },
        etag: head.etag,
        key: head.key,
        stamp: clock.stamp_of(&key.policy.tags(key.scope), head.epoch, head.s0),
        loaded_at,
        fresh: Duration::from_millis(head.fresh_ms),
        lifetime: key.policy.lifetime(),
    })
}
