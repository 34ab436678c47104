use std::time::Duration;

use tally_db::{DatabaseConnection, DbErr, discard, leftovers, unmetered};

use crate::Cache;

/// Well below the second within which a change from outside must show.
const EVERY: Duration = Duration::from_millis(250);
const AT_MOST: u32 = 1_000;

/// Makes what other programs and crashed processes committed count, and clears it away.
///
/// # Errors
/// When the database cannot be asked.
pub async fn sweep(cache: &Cache, db: &DatabaseConnection) -> Result<(), DbErr> {
    loop {
        let rows = leftovers(db, AT_MOST).await?;
        let (ids, tags): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.id, row.tag)).unzip();
        cache.bump(&tags);
        let more = ids.len() >= AT_MOST as usize;
        // Only then: whoever dies in between leaves the rows to the next.
        discard(db, ids).await?;
        if !more {
            cache.looked();
            return Ok(());
        }
    }
}

/// Sweeps until the program ends.
pub async fn sweep_forever(cache: Cache, db: DatabaseConnection) {
    let mut tick = tokio::time::interval(EVERY);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut failing = false;
    loop {
        tick.tick().await;
        let swept = unmetered(sweep(&cache, &db)).await;
        match (&swept, failing) {
            (Err(error), false) => {
                tracing::warn!(%error, "the outbox cannot be read; answers are loaded anew");
            }
            (Ok(()), true) => tracing::info!("the outbox can be read again"),
            _ => {}
        }
        failing = swept.is_err();
    }
}
