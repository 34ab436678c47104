//! What can go wrong, and what to do about it.

use std::sync::Arc;

use sea_orm::{DbErr, RuntimeErr};

/// Why the schema could not be read or changed. The text says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// No connection, or it broke.
    #[error("the database does not answer: {0}. Check the address and that PostgreSQL runs, then try again")]
    Unreachable(#[source] DbErr),
    /// The server lacks something the schema uses.
    #[error("PostgreSQL 15 or newer is needed, this server is {0}. Use a newer server")]
    TooOld(String),
    /// The database was migrated by a newer program.
    #[error("the database has migrations that this program does not know: {}. Run the program that applied them, or a newer one", .0.join(", "))]
    Unknown(Vec<String>),
    /// A statement of a migration failed. Migrations before it stay as they are.
    #[error("{name} failed and was undone: {source}. Remove the cause and run the same command again")]
    Failed {
        /// The migration.
        name: String,
        /// What the database said.
        source: DbErr,
    },
    /// Somebody else has been changing the schema for too long.
    #[error("another process has been changing the schema for {minutes} minutes{}. Wait for it or end it, then try again", .pid.map(|pid| format!(" (server process {pid}, see pg_stat_activity)")).unwrap_or_default())]
    Busy {
        /// How long this process has waited.
        minutes: u64,
        /// The process of the server that holds the lock.
        pid: Option<i32>,
    },
    /// Reading or writing the list of migrations failed.
    #[error(
        "the list of migrations cannot be read or changed: {0}. Check that the user of the database owns its schema"
    )]
    Database(#[from] DbErr),
}

impl MigrateError {
    pub(crate) fn unreachable(error: sqlx::Error) -> Self {
        Self::Unreachable(DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error))))
    }
}
