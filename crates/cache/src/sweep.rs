use std::{
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    time::Duration,
};

use tally_db::DbErr;

use crate::{Cache, cache::Inner, outbox::Outbox, shared::Shared};

/// Well below the second within which a change from outside must show.
pub(crate) const EVERY: Duration = Duration::from_millis(250);
const AT_MOST: u32 = 1_000;
/// Rows read at once while Redis is away and they pile up; more end everything instead.
const PILED: u32 = 10_000;
/// Without Redis, and without news from the outbox for this long, nobody knows what other programs committed.
const TRUSTED_MS: u64 = 1_000;

/// Of the rows that nobody has looked at yet.
const UNKNOWN: u64 = u64::MAX;

/// What the latest sweep left in the outbox.
#[derive(Debug)]
pub(crate) struct Left {
    rows: AtomicU64,
    /// Since when there have been any, in milliseconds of the process; 0 while there are none.
    since: AtomicU64,
}

impl Default for Left {
    fn default() -> Self {
        Self { rows: UNKNOWN.into(), since: AtomicU64::new(0) }
    }
}

impl Left {
    fn saw(&self, rows: u64, now: u64) {
        self.rows.store(rows, Relaxed);
        if rows == 0 {
            self.since.store(0, Relaxed);
        } else {
            // They have been there before.
            let _ = self.since.compare_exchange(0, now, Relaxed, Relaxed);
        }
    }

    /// It could not be looked at.
    pub(crate) fn unknown(&self) {
        self.rows.store(UNKNOWN, Relaxed);
    }

    /// Nothing when it could not be looked at.
    pub(crate) fn rows(&self) -> Option<u64> {
        Some(self.rows.load(Relaxed)).filter(|rows| *rows != UNKNOWN)
    }

    /// For how long there have been rows; nothing while there are none.
    pub(crate) fn for_ms(&self, now: u64) -> Option<u64> {
        Some(self.since.load(Relaxed)).filter(|since| *since > 0).map(|since| now.saturating_sub(since))
    }
}

/// Makes what other programs and crashed processes committed count, and clears it away. While Redis is away
/// nothing is cleared away: every process has to see it.
///
/// # Errors
/// When the database cannot be asked.
pub async fn sweep(cache: &Cache, outbox: &dyn Outbox) -> Result<(), DbErr> {
    cache.inner.sweep(outbox).await
}

impl Inner {
    pub(crate) async fn sweep(&self, outbox: &dyn Outbox) -> Result<(), DbErr> {
        let left = match &self.shared {
            None => self.sweep_alone(outbox).await.map(|()| 0)?,
            Some(shared) if shared.link.is_connected() && self.sweep_into(shared, outbox).await? => 0,
            Some(_) => self.look_only(outbox).await?,
        };
        self.left.saw(left, self.now());
        Ok(())
    }

    async fn sweep_alone(&self, outbox: &dyn Outbox) -> Result<(), DbErr> {
        loop {
            let began = self.now();
            let rows = outbox.look(0, AT_MOST).await?.rows;
            let more = rows.len() >= AT_MOST as usize;
            let (ids, tags): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.id, row.tag)).unzip();
            if !tags.is_empty() {
                self.clock.bump_local(&tags);
                // Only then: whoever dies in between leaves the rows to the next.
                outbox.discard(ids).await?;
            }
            if !more {
                // A single look by hand promises no others: what is trusted then stays trusted.
                if self.started.load(Relaxed) {
                    self.clock.trust(began.saturating_add(TRUSTED_MS));
                }
                return Ok(());
            }
        }
    }

    /// Says whether every row was published. Several processes may do this at a time: a tag that moves twice
    /// costs a load.
    pub(crate) async fn sweep_into(&self, shared: &Shared, outbox: &dyn Outbox) -> Result<bool, DbErr> {
        loop {
            let look = outbox.look(0, AT_MOST).await?;
            let more = look.rows.len() >= AT_MOST as usize;
            let (ids, mut tags): (Vec<_>, Vec<_>) =
                look.rows.into_iter().map(|row| (row.id, row.tag)).unzip();
            tags.sort_unstable();
            tags.dedup();
            if !tags.is_empty() {
                if !shared.publish(&self.clock, &tags).await {
                    return Ok(false);
                }
                outbox.discard(ids).await?;
            }
            if !more {
                self.outage.swept(look.snapshot, self.now());
                return Ok(true);
            }
        }
    }

    /// Says how many rows there are.
    async fn look_only(&self, outbox: &dyn Outbox) -> Result<u64, DbErr> {
        let began = self.now();
        let look = outbox.look(self.outage.from(), PILED).await?;
        let cut = look.rows.len() >= PILED as usize;
        self.outage.look(&self.clock, &look, cut, began);
        Ok(look.rows.len() as u64)
    }
}
