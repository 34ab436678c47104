//! One migration at a time.

use std::time::{Duration, Instant};

use sea_orm::DatabaseConnection;
use sqlx::{Connection, PgConnection};

use crate::MigrateError;

/// Names the lock among the advisory locks of a database.
const KEY: i64 = 0x7461_6c6c_795f_6d67;
const POLL: Duration = Duration::from_millis(100);
const PATIENCE: Duration = Duration::from_mins(10);

/// How a change of the schema keeps others away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locking {
    /// By an advisory lock, on a connection of its own.
    Advisory,
    /// Not at all: the server has one connection and this is it.
    Sole,
}

/// The lock while it is held. Dropped without [`Lock::release`] it closes its connection, which
/// also gives the lock back.
pub(crate) struct Lock(Option<PgConnection>);

impl Lock {
    /// Waits until nobody else changes the schema.
    ///
    /// It asks again and again instead of waiting inside the server: `CREATE INDEX CONCURRENTLY` waits
    /// for every running statement, so a waiting one and the index would wait for each other.
    pub async fn take(db: &DatabaseConnection, locking: Locking) -> Result<Self, MigrateError> {
        if locking == Locking::Sole {
            return Ok(Self(None));
        }
        // Detached, so that the pool can never hand it to somebody else with the lock still held.
        let mut connection =
            db.get_postgres_connection_pool().acquire().await.map_err(MigrateError::unreachable)?.detach();
        let started = Instant::now();
        let mut told = false;
        while !try_lock(&mut connection).await? {
            if started.elapsed() > PATIENCE {
                return Err(MigrateError::Busy {
                    minutes: PATIENCE.as_secs() / 60,
                    pid: holder(&mut connection).await?,
                });
            }
            if !told {
                tracing::info!("another process is changing the schema; waiting for it");
                told = true;
            }
            tokio::time::sleep(POLL).await;
        }
        Ok(Self(Some(connection)))
    }

    /// Lets the next one in at once.
    pub async fn release(self) {
        if let Some(connection) = self.0 {
            // A connection that cannot be closed properly is gone, and the lock with it.
            let _ = connection.close().await;
        }
    }
}

async fn try_lock(connection: &mut PgConnection) -> Result<bool, MigrateError> {
    sqlx::query_scalar("SELECT pg_try_advisory_lock($1)")
        .bind(KEY)
        .fetch_one(connection)
        .await
        .map_err(MigrateError::unreachable)
}

async fn holder(connection: &mut PgConnection) -> Result<Option<i32>, MigrateError> {
    sqlx::query_scalar(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
         AND (classid::bigint << 32 | objid::bigint) = $1",
    )
    .bind(KEY)
    .fetch_optional(connection)
    .await
    .map_err(MigrateError::unreachable)
}
