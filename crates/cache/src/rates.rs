//! How often something may be done, counted for all processes in Redis.

use std::{sync::Arc, time::Duration};

use deadpool_redis::redis::{
    AsyncConnectionConfig, Client, Cmd, FromRedisValue, RedisError, RedisResult, aio::MultiplexedConnection,
};
use tokio::{sync::Mutex, time::sleep};

use crate::{Cache, shared::call};

/// The generic cell rate algorithm (ITU-T I.371, as used for leaky buckets), on the server's own clock. KEYS[1]
/// holds the time at which the bucket is full again (the "theoretical arrival time"), in microseconds; ARGV are
/// the microseconds in which one use comes back, how many there are at most, and how many are wanted.
/// Answers how many are granted, how many are left, the time until all are back, and the wait for the next one.
const TAKE: &str = r"
local interval, most, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
local free = math.floor((most * interval - (full - now)) / interval)
local granted = math.min(free, wanted)
if granted > 0 then
  full = full + granted * interval
  redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
end
return {granted, free - granted, full - now, math.max(full - now - (most - 1) * interval, 0)}";

/// A busy process is no reason to count for itself: it would grant too much. So this is longer than anything
/// else waits for Redis, and who waits in vain is the last one to do so.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often a server that is away is looked for.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// What was granted of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Uses that are the caller's now.
    pub granted: u32,
    /// Uses that are left.
    pub left: u32,
    /// Until all are back.
    pub full_in: Duration,
    /// Until there is one to be had.
    pub wait: Duration,
}

impl Cache {
    /// Takes up to `wanted` of the `most` uses of `key`, each of which comes back after `interval`. Exact among
    /// all processes; nothing comes back without Redis, or while it is away.
    pub async fn take(&self, key: &str, most: u32, interval: Duration, wanted: u32) -> Option<Taken> {
        let shared = self.inner.shared.as_ref()?;
        let interval = u64::try_from(interval.as_micros()).unwrap_or(u64::MAX).max(1);
        let mut script = call(TAKE, &[&format!("{}rate:{key}", shared.link.names.root)]);
        script.arg(interval).arg(most).arg(wanted);
        let (granted, left, full_in, wait): (u32, u32, u64, u64) = shared.counter.run(&script).await?;
        let micros = Duration::from_micros;
        Some(Taken { granted, left, full_in: micros(full_in), wait: micros(wait) })
    }
}

/// A connection of its own, with a patience of its own.
#[derive(Clone)]
pub(crate) struct Counter {
    client: Client,
    handle: Arc<Mutex<Handle>>,
}

enum Handle {
    /// The first who counts opens it; those who come meanwhile wait.
    NotOpened,
    Open(MultiplexedConnection),
    /// Somebody looks for the server.
    Away,
}

impl Counter {
    pub(crate) fn new(client: Client) -> Self {
        Self { client, handle: Arc::new(Mutex::new(Handle::NotOpened)) }
    }

    async fn run<T: FromRedisValue>(&self, command: &Cmd) -> Option<T> {
        let mut connection = self.connection().await?;
        match command.query_async(&mut connection).await {
            Ok(answer) => Some(answer),
            Err(error) => {
                self.lose(&error).await;
                None
            }
        }
    }

    async fn connection(&self) -> Option<MultiplexedConnection> {
        let mut handle = self.handle.lock().await;
        match &*handle {
            Handle::Open(connection) => Some(connection.clone()),
            Handle::Away => None,
            Handle::NotOpened => match self.open().await {
                Ok(connection) => {
                    *handle = Handle::Open(connection.clone());
                    Some(connection)
                }
                Err(error) => {
                    drop(handle);
                    self.lose(&error).await;
                    None
                }
            },
        }
    }

    async fn open(&self) -> RedisResult<MultiplexedConnection> {
        let patient = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(PATIENCE))
            .set_response_timeout(Some(PATIENCE));
        self.client.get_multiplexed_async_connection_with_config(&patient).await
    }

    /// Each process counts for itself until the server is found again.
    async fn lose(&self, error: &RedisError) {
        let mut handle = self.handle.lock().await;
        if matches!(*handle, Handle::Away) {
            return;
        }
        *handle = Handle::Away;
        tracing::warn!(%error, "Redis does not count; limits hold for each process alone");
        let counter = self.clone();
        tokio::spawn(async move {
            loop {
                sleep(LOOK_AGAIN).await;
                if let Ok(connection) = counter.open().await {
                    *counter.handle.lock().await = Handle::Open(connection);
                    return;
                }
            }
        });
    }
}
