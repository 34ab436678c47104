use std::{future::ready, ops::Deref, sync::Arc};

use futures::future::BoxFuture;
use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr, TransactionTrait};

use crate::{Db, meter::unmetered, outbox};

/// Hears what a committed transaction touched.
pub trait TagSink: Send + Sync + 'static {
    /// Makes `tags` count, and says whether it did; tags that did not are left for the sweeper.
    fn publish(&self, tags: Vec<String>) -> BoxFuture<'_, bool>;
}

/// Leaves every tag for the sweeper of the serving process: for commands that run beside it.
#[derive(Clone, Copy, Debug)]
pub struct LeaveToSweeper;

impl TagSink for LeaveToSweeper {
    fn publish(&self, _: Vec<String>) -> BoxFuture<'_, bool> {
        Box::pin(ready(false))
    }
}

/// One transaction. Dropped without [`Write::commit`], it is rolled back and leaves nothing.
///
/// Nobody names what is invalidated: the triggers note it, and the commit passes it on before it returns, so
/// that whoever wrote reads his own write.
#[must_use = "a transaction that is not committed changes nothing"]
pub struct Write {
    tx: DatabaseTransaction,
    connection: DatabaseConnection,
    sink: Arc<dyn TagSink>,
}

impl Db {
    /// Begins a transaction.
    ///
    /// # Errors
    /// When there is no connection to be had.
    pub async fn write(&self) -> Result<Write, DbErr> {
        let tx = self.reads().begin().await?;
        Ok(Write { tx, connection: self.reads().clone(), sink: Arc::clone(&self.sink) })
    }
}

impl Deref for Write {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.tx
    }
}

impl Write {
    /// Commits, makes the touched tags count, and clears them away.
    ///
    /// # Errors
    /// When the commit fails; then nothing happened.
    pub async fn commit(self) -> Result<(), DbErr> {
        let Self { tx, connection, sink } = self;
        let rows = unmetered(outbox::own(&tx)).await?;
        tx.commit().await?;
        if rows.is_empty() {
            return Ok(());
        }
        let (ids, tags) = rows.into_iter().map(|row| (row.id, row.tag)).unzip();
        if sink.publish(tags).await
            && let Err(error) = unmetered(outbox::discard(&connection, ids)).await
        {
            tracing::warn!(%error, "published tags stay in the outbox until the next sweep");
        }
        Ok(())
    }
}
