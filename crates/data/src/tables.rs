//! What every loader does around its COPY statements: look, lock, number, analyse.

use sqlx::PgConnection;

use crate::{copy::quoted, error::Error};

/// Loads wait for each other under this advisory lock. "tallydat" in ASCII.
const LOADING: i64 = 0x7461_6c6c_7964_6174;

/// Refuses a database in which one of the tables is missing.
pub(crate) async fn require(conn: &mut PgConnection, tables: &[&str]) -> Result<(), Error> {
    let sql =
        "SELECT t FROM unnest($1::text[]) WITH ORDINALITY AS w(t, n) WHERE to_regclass(t) IS NULL ORDER BY n";
    let missing: Vec<String> = sqlx::query_scalar(sql).bind(tables).fetch_all(conn).await?;
    if missing.is_empty() { Ok(()) } else { Err(Error::NotMigrated(missing)) }
}

/// Waits for another load to end; held until the transaction ends.
pub(crate) async fn wait_for_turn(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOADING).execute(conn).await.map(drop)
}

/// Keeps other writers out of the tables until the transaction ends: the loader numbers its rows itself. Reads go on.
pub(crate) async fn lock(conn: &mut PgConnection, tables: &[&str]) -> sqlx::Result<()> {
    let tables: Vec<String> = tables.iter().map(|table| quoted(table)).collect();
    run(conn, format!("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE", tables.join(", "))).await
}

/// The first id that neither a row nor the sequence has used. The table must be locked.
pub(crate) async fn next_id(conn: &mut PgConnection, table: &str) -> sqlx::Result<i64> {
    let sql = format!(
        "SELECT greatest(coalesce(max(id), 0), coalesce(pg_sequence_last_value(pg_get_serial_sequence($1, 'id')), 0)) + 1 \
         FROM {}",
        quoted(table)
    );
    sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(table).fetch_one(conn).await
}

/// Lets the sequence go on behind the highest id.
pub(crate) async fn reset_sequence(conn: &mut PgConnection, table: &str) -> sqlx::Result<()> {
    let sql = format!(
        "SELECT setval(sequence, highest) \
         FROM (SELECT pg_get_serial_sequence($1, 'id')::regclass AS sequence, max(id) AS highest FROM {}) AS ids \
         WHERE highest > coalesce(pg_sequence_last_value(sequence), 0)",
        quoted(table)
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(table).execute(conn).await.map(drop)
}

/// Gives the planner figures of the new rows, and lets index-only scans trust their pages.
pub(crate) async fn analyze(conn: &mut PgConnection, tables: &[&str]) -> sqlx::Result<()> {
    let tables: Vec<String> = tables.iter().map(|table| quoted(table)).collect();
    run(conn, format!("VACUUM (ANALYZE) {}", tables.join(", "))).await
}

/// Domains of websites that match, in alphabetical order.
pub(crate) async fn domains_like(conn: &mut PgConnection, pattern: &str) -> sqlx::Result<Vec<String>> {
    let sql = "SELECT domain FROM websites WHERE domain LIKE $1 ORDER BY domain";
    sqlx::query_scalar(sql).bind(pattern).fetch_all(conn).await
}

/// Those of the domains that a website has, in alphabetical order.
pub(crate) async fn domains_among(conn: &mut PgConnection, domains: &[&str]) -> sqlx::Result<Vec<String>> {
    let sql = "SELECT domain FROM websites WHERE domain = ANY ($1) ORDER BY domain";
    sqlx::query_scalar(sql).bind(domains).fetch_all(conn).await
}

async fn run(conn: &mut PgConnection, sql: String) -> sqlx::Result<()> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(conn).await.map(drop)
}
