//! Runs migrations. Everything that changes the schema holds the lock while it does.

use std::collections::HashSet;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement};
use sea_orm_migration::MigratorTrait;

use crate::{
    MigrateError, Migrator,
    lock::{Lock, Locking},
};

/// A migration and whether the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The migration.
    pub name: String,
    /// Whether it has been applied.
    pub applied: bool,
}

/// Every migration, oldest first. It changes nothing, not even in an empty database.
pub async fn status(db: &DatabaseConnection) -> Result<Vec<State>, MigrateError> {
    require_version(db).await?;
    let mut recorded = recorded(db).await?;
    let all: Vec<State> = Migrator::migrations()
        .iter()
        .map(|migration| State {
            name: migration.name().to_owned(),
            applied: recorded.remove(migration.name()),
        })
        .collect();
    if recorded.is_empty() {
        return Ok(all);
    }
    let mut unknown: Vec<String> = recorded.into_iter().collect();
    unknown.sort();
    Err(MigrateError::Unknown(unknown))
}

/// The migrations the database does not have, oldest first. It changes nothing.
pub async fn pending(db: &DatabaseConnection) -> Result<Vec<String>, MigrateError> {
    names(db, false).await
}

/// Applies pending migrations, all or the oldest `steps`, and answers which.
pub async fn up(
    db: &DatabaseConnection,
    locking: Locking,
    steps: Option<usize>,
) -> Result<Vec<String>, MigrateError> {
    locked(db, locking, apply(db, steps)).await
}

/// Undoes applied migrations, all or the newest `steps`, and answers which. Their tables and rows
/// are gone afterwards.
pub async fn down(
    db: &DatabaseConnection,
    locking: Locking,
    steps: Option<usize>,
) -> Result<Vec<String>, MigrateError> {
    locked(db, locking, undo(db, steps)).await
}

/// Drops every table, whoever made it, and applies all migrations.
pub async fn fresh(db: &DatabaseConnection, locking: Locking) -> Result<Vec<String>, MigrateError> {
    locked(db, locking, async {
        require_version(db).await?;
        Migrator::fresh(db).await?;
        names(db, true).await
    })
    .await
}

/// Undoes all migrations and applies them again.
pub async fn refresh(db: &DatabaseConnection, locking: Locking) -> Result<Vec<String>, MigrateError> {
    locked(db, locking, async {
        undo(db, None).await?;
        apply(db, None).await
    })
    .await
}

/// Undoes all migrations and drops the list of them, so that nothing of this program is left.
pub async fn reset(db: &DatabaseConnection, locking: Locking) -> Result<Vec<String>, MigrateError> {
    locked(db, locking, async {
        let undone = undo(db, None).await?;
        Migrator::uninstall(db).await?;
        Ok(undone)
    })
    .await
}

async fn locked<T>(
    db: &DatabaseConnection,
    locking: Locking,
    work: impl Future<Output = Result<T, MigrateError>>,
) -> Result<T, MigrateError> {
    let lock = Lock::take(db, locking).await?;
    let done = work.await;
    lock.release().await;
    done
}

async fn apply(db: &DatabaseConnection, steps: Option<usize>) -> Result<Vec<String>, MigrateError> {
    let mut wanted = names(db, false).await?;
    wanted.truncate(steps.unwrap_or(usize::MAX));
    for name in &wanted {
        let failed = |source| MigrateError::Failed { name: name.clone(), source };
        Migrator::up(db, Some(1)).await.map_err(failed)?;
    }
    Ok(wanted)
}

async fn undo(db: &DatabaseConnection, steps: Option<usize>) -> Result<Vec<String>, MigrateError> {
    let mut wanted = names(db, true).await?;
    wanted.reverse();
    wanted.truncate(steps.unwrap_or(usize::MAX));
    for name in &wanted {
        let failed = |source| MigrateError::Failed { name: name.clone(), source };
        Migrator::down(db, Some(1)).await.map_err(failed)?;
    }
    Ok(wanted)
}

async fn names(db: &DatabaseConnection, applied: bool) -> Result<Vec<String>, MigrateError> {
    let all = status(db).await?;
    Ok(all.into_iter().filter(|state| state.applied == applied).map(|state| state.name).collect())
}

/// The names that the database has on record.
async fn recorded(db: &DatabaseConnection) -> Result<HashSet<String>, DbErr> {
    let exists = rows(db, "SELECT to_regclass('seaql_migrations') IS NOT NULL").await?;
    if !exists[0].try_get_by_index(0)? {
        return Ok(HashSet::new());
    }
    let versions = rows(db, "SELECT version FROM seaql_migrations").await?;
    versions.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// The schema uses `UNIQUE NULLS NOT DISTINCT`.
async fn require_version(db: &DatabaseConnection) -> Result<(), MigrateError> {
    let query = "SELECT current_setting('server_version_num')::int, current_setting('server_version')";
    let found = rows(db, query).await.map_err(MigrateError::Unreachable)?;
    if found[0].try_get_by_index::<i32>(0)? < 150_000 {
        return Err(MigrateError::TooOld(found[0].try_get_by_index(1)?));
    }
    Ok(())
}

async fn rows(db: &DatabaseConnection, query: &str) -> Result<Vec<QueryResult>, DbErr> {
    db.query_all_raw(Statement::from_string(DbBackend::Postgres, query)).await
}
