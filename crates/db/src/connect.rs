use std::{sync::Arc, time::Duration};

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr};
use sqlx::{Connection as _, PgConnection};

use crate::{meter, write::TagSink};

/// An idle connection this old is tested before it is used again; testing each time would cost a round trip.
const TEST_WHEN_IDLE: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// A request that cannot get a connection within this time is answered 503.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(8);
/// Any constant that no other lock of the same database uses.
const SERVING_LOCK: i64 = 0x7a11_5e4e;

/// A database that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process holds the folder.
    #[error(
        "{0} is in use by another Tally; stop it, or set TALLY_STATE_DIR or DATABASE_URL to work elsewhere"
    )]
    FolderInUse(String),
    /// Another process serves the same database.
    #[error(
        "another Tally serves this database already; stop it first, or set REDIS_URL for both (without Redis \
         one process may serve a database)"
    )]
    ServedAlready,
    /// The folder cannot be written.
    #[error("cannot use {0}: {1}")]
    Folder(String, std::io::Error),
    /// The embedded server does not start.
    #[error("the embedded PostgreSQL did not start: {0}")]
    Embedded(String),
    /// The server cannot be reached or refuses.
    #[error("cannot reach the database: {0}; is the server up, and DATABASE_URL right?")]
    Connect(#[from] DbErr),
    /// The server cannot be reached or refuses.
    #[error("cannot reach the database: {0}; is the server up, and DATABASE_URL right?")]
    Server(#[from] sqlx::Error),
}

/// The pool, and who is told what a transaction touched.
#[derive(Clone)]
pub struct Db {
    connection: DatabaseConnection,
    pub(crate) sink: Arc<dyn TagSink>,
}

impl Db {
    /// Wraps a pool; `sink` hears the tags of every transaction made by [`Db::write`].
    pub fn new(connection: DatabaseConnection, sink: Arc<dyn TagSink>) -> Self {
        Self { connection, sink }
    }

    /// The pool, for statements that change nothing.
    pub fn reads(&self) -> &DatabaseConnection {
        &self.connection
    }
}

/// Opens a pool whose statements are counted (see [`crate::Meter`]).
///
/// # Errors
/// When the server cannot be reached or refuses.
pub async fn connect(url: &str, connections: u32) -> Result<DatabaseConnection, OpenError> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .connect_timeout(CONNECT_TIMEOUT)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire(false)
        .test_before_acquire_if_idle_for(TEST_WHEN_IDLE)
        .set_application_name("tally")
        .sqlx_logging(false);
    let mut connection = Database::connect(options).await?;
    connection.set_metric_callback(meter::record);
    Ok(connection)
}

/// Held while a process serves a database without Redis: two would not hear of each other's writes.
#[derive(Debug)]
pub struct ServingLock {
    _connection: PgConnection,
}

impl ServingLock {
    /// Takes the lock on a connection of its own; the server frees it when the process ends, however it ends.
    ///
    /// # Errors
    /// [`OpenError::ServedAlready`] when another process holds it.
    pub async fn take(url: &str) -> Result<Self, OpenError> {
        let mut connection = PgConnection::connect(url).await?;
        let taken: bool = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)")
            .bind(SERVING_LOCK)
            .fetch_one(&mut connection)
            .await?;
        if taken { Ok(Self { _connection: connection }) } else { Err(OpenError::ServedAlready) }
    }
}
