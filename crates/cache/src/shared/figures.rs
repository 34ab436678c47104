//! The counters of all processes, where each of them and the command line find them.

use deadpool_redis::redis::{self, Cmd, InfoDict};

use super::{
    Shared,
    link::WRITE,
    scripts::{FIGURES, call},
};
use crate::ProcessFigures;

/// Counters that nobody published for this long are of a process that is gone.
const CURRENT_MS: u64 = 60_000;

/// How much Redis holds: keys and bytes.
pub(crate) type Size = (u64, u64);

impl Shared {
    /// Publishes the counters of this process, and forgets those of the dead.
    pub(crate) async fn publish_figures(&self, figures: &ProcessFigures) {
        let Ok(text) = serde_json::to_string(figures) else { return };
        let _: Option<Vec<String>> = self.link.run(WRITE, &self.figures(&self.node, &text)).await;
    }

    /// The counters of every process that published lately, and how much Redis holds: one round trip.
    pub(crate) async fn all_figures(&self) -> Option<(Vec<ProcessFigures>, Size)> {
        let mut all = redis::pipe();
        all.add_command(self.figures("", "")).cmd("DBSIZE").cmd("INFO").arg("memory");
        let (texts, keys, memory): (Vec<String>, u64, InfoDict) =
            self.link.ask(WRITE, async |connection| all.query_async(connection).await).await?;
        let told = texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
        Some((told, (keys, memory.get("used_memory").unwrap_or(0))))
    }

    /// Takes this process's counters back: it ends.
    pub(crate) async fn withdraw_figures(&self) {
        let mut command = redis::cmd("HDEL");
        command.arg(&self.link.names.counters).arg(&self.node);
        let _: Option<u64> = self.link.run(WRITE, &command).await;
    }

    /// Tells every other process to count from nothing again. What they published goes at once.
    pub(crate) async fn reset_figures(&self) -> bool {
        let names = &self.link.names;
        let mut both = redis::pipe();
        both.atomic().del(&names.counters).publish(&names.news, format!("reset {}", self.node));
        let told: Option<(u64, u64)> =
            self.link.ask(WRITE, async |connection| both.query_async(connection).await).await;
        told.is_some()
    }

    fn figures(&self, process: &str, text: &str) -> Cmd {
        let mut script = call(FIGURES, &[&self.link.names.counters]);
        script.arg(process).arg(text).arg(CURRENT_MS);
        script
    }
}
