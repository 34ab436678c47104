//! The database's list of what was touched and not yet told.

use futures::{FutureExt as _, future::BoxFuture};
use tally_db::{DatabaseConnection, DbErr, Look, discard, look, unmetered};

/// Where tags wait that nobody has published. The database is one; the tests of the cache bring their own.
pub trait Outbox: Send + Sync + 'static {
    /// At most `limit` rows of the transactions from `from` on, oldest first.
    fn look(&self, from: u64, limit: u32) -> BoxFuture<'_, Result<Look, DbErr>>;

    /// Removes published rows.
    fn discard(&self, ids: Vec<i64>) -> BoxFuture<'_, Result<(), DbErr>>;
}

impl Outbox for DatabaseConnection {
    fn look(&self, from: u64, limit: u32) -> BoxFuture<'_, Result<Look, DbErr>> {
        unmetered(look(self, from, limit)).boxed()
    }

    fn discard(&self, ids: Vec<i64>) -> BoxFuture<'_, Result<(), DbErr>> {
        unmetered(discard(self, ids)).boxed()
    }
}

/// For a cache of what no database holds: nothing ever waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoOutbox;

impl Outbox for NoOutbox {
    fn look(&self, _: u64, _: u32) -> BoxFuture<'_, Result<Look, DbErr>> {
        std::future::ready(Ok(Look::default())).boxed()
    }

    fn discard(&self, _: Vec<i64>) -> BoxFuture<'_, Result<(), DbErr>> {
        std::future::ready(Ok(())).boxed()
    }
}
