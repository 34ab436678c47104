//! How many statements an answer took.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

tokio::task_local! {
    static CURRENT: Arc<Meter>;
}

/// Counts the statements of one piece of work.
#[derive(Debug, Default)]
pub struct Meter {
    statements: AtomicU32,
    nanos: AtomicU64,
}

impl Meter {
    /// Statements run so far.
    pub fn statements(&self) -> u32 {
        self.statements.load(Relaxed)
    }

    /// Time the database took for them; concurrent statements add up.
    pub fn time(&self) -> Duration {
        Duration::from_nanos(self.nanos.load(Relaxed))
    }

    /// The meter of the running task, for work that goes on in a task of its own.
    pub fn current() -> Option<Arc<Self>> {
        CURRENT.try_with(Arc::clone).ok()
    }

    fn add(&self, elapsed: Duration) {
        self.statements.fetch_add(1, Relaxed);
        self.nanos.fetch_add(u64::try_from(elapsed.as_nanos()).unwrap_or(u64::MAX), Relaxed);
    }
}

/// Runs `work` and counts its statements on `meter`.
pub async fn metered<T>(meter: Arc<Meter>, work: impl Future<Output = T>) -> T {
    CURRENT.scope(meter, work).await
}

/// Runs `work` without counting: the caller's own row and the outbox are not part of an answer.
pub async fn unmetered<T>(work: impl Future<Output = T>) -> T {
    metered(Arc::default(), work).await
}

pub(crate) fn record(info: &sea_orm::metric::Info<'_>) {
    let _ = CURRENT.try_with(|meter| meter.add(info.elapsed));
    let micros = u64::try_from(info.elapsed.as_micros()).unwrap_or(u64::MAX);
    // The text has placeholders only: values are personal data.
    tracing::trace!(target: "tally::sql", sql = info.statement.sql, micros, failed = info.failed);
}
