//! The database itself: its migrations, and what its triggers and indexes promise.

mod at_once;
mod dump;
mod entities;
mod foreign_keys;
mod free;
mod invalidation;
mod row_triggers;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, postgres::PgRow, query, query_scalar};

/// A connection of its own, so that a test may open transactions and change settings.
async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.expect("the database of the test answers")
}

/// Runs one statement, or several.
async fn run(db: &mut PgConnection, sql: &str) {
    if let Err(error) = sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(db).await {
        panic!("{sql}: {error}");
    }
}

/// The rows of a statement.
async fn rows(db: &mut PgConnection, sql: &str) -> Vec<PgRow> {
    query(AssertSqlSafe(sql.to_owned())).fetch_all(db).await.unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// The only column of a statement.
async fn texts(db: &mut PgConnection, sql: &str) -> Vec<String> {
    query_scalar(AssertSqlSafe(sql.to_owned()))
        .fetch_all(db)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"))
}
