//! The counters of all processes, where the command line finds them.

use deadpool_redis::redis;
use serde::{Deserialize, Serialize};
use tally_kernel::Clock;

use super::{Shared, link::WRITE};
use crate::Figures;

/// Counters that nobody published for this long are of a process that is gone.
const CURRENT_MS: i64 = 60_000;

#[derive(Serialize, Deserialize)]
struct Published {
    at_ms: i64,
    figures: Vec<Figures>,
}

impl Shared {
    pub(crate) async fn publish_figures(&self, figures: &[Figures]) {
        let published = Published { at_ms: Clock::real().timestamp_millis(), figures: figures.to_vec() };
        let Ok(text) = serde_json::to_string(&published) else { return };
        let mut command = redis::cmd("HSET");
        command.arg(&self.link.names.counters).arg(&self.node).arg(text);
        let _: Option<()> =
            self.link.ask(WRITE, async |connection| command.query_async(connection).await).await;
    }

    /// The counters of every process that published lately, one list each.
    pub(crate) async fn all_figures(&self) -> Option<Vec<Vec<Figures>>> {
        let mut command = redis::cmd("HVALS");
        command.arg(&self.link.names.counters);
        let texts: Vec<String> =
            self.link.ask(WRITE, async |connection| command.query_async(connection).await).await?;
        let since = Clock::real().timestamp_millis() - CURRENT_MS;
        let published = texts.iter().filter_map(|text| serde_json::from_str::<Published>(text).ok());
        Some(
            published
                .filter(|published| published.at_ms >= since)
                .map(|published| published.figures)
                .collect(),
        )
    }
}
