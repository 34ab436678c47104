//! What transactions touched, as the database's own triggers noted it.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement};

/// One tag that one transaction touched.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct OutboxRow {
    /// Its row.
    pub id: i64,
    /// `orders`, `orders/website_id=3`, or `*` for everything.
    pub tag: String,
}

fn statement(sql: &str, values: Vec<sea_orm::Value>) -> Statement {
    Statement::from_sql_and_values(DbBackend::Postgres, sql, values)
}

/// The tags of the running transaction.
pub(crate) async fn own(db: &impl ConnectionTrait) -> Result<Vec<OutboxRow>, DbErr> {
    let sql = "SELECT id, tag FROM cache_outbox WHERE txid = pg_current_xact_id_if_assigned()";
    let rows = db.query_all_raw(statement(sql, vec![])).await?;
    rows.iter().map(|row| OutboxRow::from_query_result(row, "")).collect()
}

/// Rows that nobody has published yet, oldest first: left by other programs or by a crash.
///
/// # Errors
/// When the database cannot be asked.
pub async fn leftovers(db: &impl ConnectionTrait, limit: u32) -> Result<Vec<OutboxRow>, DbErr> {
    let sql = "SELECT id, tag FROM cache_outbox ORDER BY txid, id LIMIT $1";
    let rows = db.query_all_raw(statement(sql, vec![i64::from(limit).into()])).await?;
    rows.iter().map(|row| OutboxRow::from_query_result(row, "")).collect()
}

/// Removes rows that are published.
///
/// # Errors
/// When the database cannot be asked; the rows are then published again, which does no harm.
pub async fn discard(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    let sql = "DELETE FROM cache_outbox WHERE id = ANY($1)";
    db.execute_raw(statement(sql, vec![ids.into()])).await?;
    Ok(())
}
