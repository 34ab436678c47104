//! Collects lines of one table and sends them when a chunk is full.

use sqlx::PgConnection;

use super::{Row, statement};
use crate::progress::Progress;

/// Size of a chunk. Each is a statement of its own, which bounds the memory that PostgreSQL needs for its foreign-key
/// checks and transition tables.
const CHUNK_BYTES: usize = 2 << 20;

/// The unsent lines of one table.
#[derive(Debug)]
pub(crate) struct Sink {
    table: &'static str,
    statement: String,
    lines: Vec<u8>,
    waiting: u64,
    sent: u64,
}

impl Sink {
    pub(crate) fn new<R: Row>() -> Self {
        Self {
            table: R::TABLE,
            statement: statement(R::TABLE, R::COLUMNS),
            lines: Vec::new(),
            waiting: 0,
            sent: 0,
        }
    }

    pub(crate) fn push<R: Row>(&mut self, row: &R) {
        debug_assert_eq!(self.table, R::TABLE);
        row.encode(&mut self.lines);
        self.waiting += 1;
    }

    pub(crate) fn is_full(&self) -> bool {
        self.lines.len() >= CHUNK_BYTES
    }

    pub(crate) fn table(&self) -> &'static str {
        self.table
    }

    /// Rows that are in the database.
    pub(crate) fn sent(&self) -> u64 {
        self.sent
    }

    #[cfg(test)]
    pub(crate) fn unsent(&self) -> &str {
        std::str::from_utf8(&self.lines).expect("rows are text")
    }

    /// Sends what waits; the rows of other tables that it refers to must be there already.
    pub(crate) async fn flush(&mut self, conn: &mut PgConnection) -> sqlx::Result<()> {
        if self.waiting == 0 {
            return Ok(());
        }
        let mut copy = conn.copy_in_raw(&self.statement).await?;
        copy.send(self.lines.as_slice()).await?;
        self.sent += copy.finish().await?;
        self.lines.clear();
        self.waiting = 0;
        Ok(())
    }
}

/// Loads all rows of one table and says how many there were.
pub(crate) async fn copy_rows<R: Row>(
    conn: &mut PgConnection,
    progress: &Progress,
    rows: impl Iterator<Item = R>,
) -> sqlx::Result<(String, u64)> {
    progress.stage(R::TABLE);
    let mut sink = Sink::new::<R>();
    for row in rows {
        sink.push(&row);
        if sink.is_full() {
            progress.done(sink.waiting);
            sink.flush(conn).await?;
        }
    }
    progress.done(sink.waiting);
    sink.flush(conn).await?;
    Ok((R::TABLE.to_owned(), sink.sent()))
}
