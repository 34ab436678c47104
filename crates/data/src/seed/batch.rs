//! Rows of many tables on their way, sent in an order in which parents come first.

use sqlx::PgConnection;

use super::plan::{Ids, nth};
use crate::copy::{Row, Sink};

/// One sink per table, parents first.
#[derive(Debug)]
pub(super) struct Batch {
    sinks: Vec<Sink>,
}

impl Batch {
    pub(super) fn new(sinks: Vec<Sink>) -> Self {
        Self { sinks }
    }

    /// Adds a row to its table; a row of a table that the batch does not know is a defect.
    pub(super) fn push<R: Row>(&mut self, row: &R) {
        let sink = self.sinks.iter_mut().find(|sink| sink.table() == R::TABLE);
        sink.expect("the batch lists every table that stories write").push(row);
    }

    pub(super) fn is_full(&self) -> bool {
        self.sinks.iter().any(Sink::is_full)
    }

    pub(super) async fn flush(&mut self, conn: &mut PgConnection) -> sqlx::Result<()> {
        for sink in &mut self.sinks {
            sink.flush(conn).await?;
        }
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn sinks(&self) -> &[Sink] {
        &self.sinks
    }

    /// Tables and the rows that were sent.
    pub(super) fn sent(&self) -> Vec<(String, u64)> {
        self.sinks.iter().map(|sink| (sink.table().to_owned(), sink.sent())).collect()
    }
}

/// Ids of rows that come in no fixed number.
#[derive(Debug)]
pub(super) struct Numbers {
    payment: i64,
    tip: i64,
}

impl Numbers {
    pub(super) fn new(ids: &Ids) -> Self {
        Self { payment: ids.payments, tip: ids.tips }
    }

    /// The first of so many payments.
    pub(super) fn payments(&mut self, count: usize) -> i64 {
        let first = self.payment;
        self.payment = nth(first, count);
        first
    }

    pub(super) fn tip(&mut self) -> i64 {
        self.tip += 1;
        self.tip - 1
    }
}
