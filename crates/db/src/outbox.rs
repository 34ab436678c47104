//! What transactions touched, as the database's own triggers noted it.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement};

use crate::Snapshot;

/// One tag that one transaction touched.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct OutboxRow {
    /// Its row.
    pub id: i64,
    /// The transaction.
    pub txid: i64,
    /// `orders`, `orders/website_id=3`, or `*` for everything.
    pub tag: String,
}

/// The outbox at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Rows that nobody has published yet, oldest first: left by other programs, by a crash, or while Redis
    /// is away.
    pub rows: Vec<OutboxRow>,
    /// Which transactions had ended.
    pub snapshot: Snapshot,
}

fn statement(sql: &str, values: Vec<sea_orm::Value>) -> Statement {
    Statement::from_sql_and_values(DbBackend::Postgres, sql, values)
}

/// The tags of the running transaction.
pub(crate) async fn own(db: &impl ConnectionTrait) -> Result<Vec<OutboxRow>, DbErr> {
    let sql = "SELECT id, txid::text::bigint AS txid, tag FROM cache_outbox
        WHERE txid = pg_current_xact_id_if_assigned()";
    let rows = db.query_all_raw(statement(sql, vec![])).await?;
    rows.iter().map(|row| OutboxRow::from_query_result(row, "")).collect()
}

/// At most `limit` rows of the transactions from `from` on, and the snapshot they were read in: one statement,
/// so that the two agree.
///
/// # Errors
/// When the database cannot be asked.
pub async fn look(db: &impl ConnectionTrait, from: u64, limit: u32) -> Result<Look, DbErr> {
    let sql = "SELECT pg_current_snapshot()::text AS snapshot, o.id, o.txid::text::bigint AS txid, o.tag
        FROM (SELECT) one LEFT JOIN (
            SELECT id, txid, tag FROM cache_outbox WHERE txid >= $1::text::xid8 ORDER BY txid, id LIMIT $2
        ) o ON TRUE ORDER BY o.txid, o.id";
    let values = vec![from.to_string().into(), i64::from(limit).into()];
    let found = db.query_all_raw(statement(sql, values)).await?;
    let mut look = Look::default();
    for row in &found {
        let text: String = row.try_get("", "snapshot")?;
        look.snapshot = text.parse().map_err(|_| DbErr::Custom(format!("{text} is no snapshot")))?;
        // The outer join's empty row has no id.
        if row.try_get::<Option<i64>>("", "id")?.is_some() {
            look.rows.push(OutboxRow::from_query_result(row, "")?);
        }
    }
    Ok(look)
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
