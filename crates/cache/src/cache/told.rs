//! What the cache tells about itself, and what operators do to it.

use std::sync::atomic::Ordering::Relaxed;

use tally_kernel::Clock;

use super::{Cache, Inner};
use crate::{ClockFigures, Figures, Level1Figures, Level2Figures, Level2State, Policy, ProcessFigures};

/// How much Redis holds in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Keys: answers, and a few of the clock's and the processes'.
    pub entries: u64,
    /// Memory.
    pub bytes: u64,
}

impl Cache {
    /// What became of the requests in this process, by policy.
    pub fn figures(&self) -> Vec<Figures> {
        let mut figures = self.inner.counters.figures();
        self.inner.measure(&mut figures);
        figures
    }

    /// Everything about this process.
    pub fn process_figures(&self) -> ProcessFigures {
        self.inner.process_figures(self.figures())
    }

    /// The same of the other processes that told it in the last minute, and how much Redis holds; nothing when Redis
    /// is not there to ask. One round trip.
    pub async fn others(&self) -> Option<(Vec<ProcessFigures>, Stored)> {
        let inner = &self.inner;
        let (mut told, (entries, bytes)) = inner.shared.as_ref()?.all_figures().await?;
        told.retain(|figures| figures.process != inner.node);
        Some((told, Stored { entries, bytes }))
    }

    /// Counts from nothing again, here and in every other process. Says whether all were told. What is kept stays.
    pub async fn reset_figures(&self) -> bool {
        let told = match &self.inner.shared {
            Some(shared) => shared.reset_figures().await,
            None => true,
        };
        self.inner.hear_reset();
        told
    }

    /// Ends every answer of `policy`, as [`Cache::invalidate`] does for a tag.
    pub async fn flush(&self, policy: &Policy) -> bool {
        self.invalidate(&[policy.own_tag()]).await
    }

    /// The latest time that this process knows of the clock.
    pub fn seq(&self) -> u64 {
        self.inner.clock.known().seq
    }

    /// Opens the way to Redis for a command that works beside the servers; nothing is swept, heard or kept. Says
    /// whether there is a server.
    pub async fn reach(&self) -> bool {
        match &self.inner.shared {
            Some(shared) => shared.link.connect().await.inspect_err(|error| shared.link.tell(error)).is_ok(),
            None => false,
        }
    }
}

impl Inner {
    fn process_figures(&self, policies: Vec<Figures>) -> ProcessFigures {
        let (level1, now) = (&self.level1, self.now());
        let state = match &self.shared {
            None => Level2State::Off,
            Some(shared) if shared.link.is_up() => Level2State::Up,
            Some(_) => Level2State::Down,
        };
        let link = self.shared.as_ref().map(|shared| &shared.link);
        let known = self.clock.known();
        let outbox_rows = self.left.rows();
        ProcessFigures {
            process: self.node.clone(),
            since_ms: self.counters.since_ms(),
            at_ms: Clock::real().timestamp_millis(),
            policies,
            level1: Level1Figures {
                entries: level1.kept.entry_count(),
                bytes: level1.kept.weighted_size(),
                max_bytes: level1.max_bytes,
                evictions: level1.evictions.load(Relaxed),
            },
            level2: Level2Figures {
                state,
                errors: link.map_or(0, |link| link.errors.load(Relaxed)),
                round_trips: link.map(|link| link.round_trips.buckets()).unwrap_or_default(),
            },
            clock: ClockFigures {
                epoch: known.epoch,
                seq: known.seq,
                applied_seq: if known.epoch == 0 { known.seq } else { self.clock.applied().seq },
                in_doubt: !self.clock.trusted_at(now),
                outbox_rows,
                oldest_outbox_ms: outbox_rows.and_then(|_| self.left.for_ms(now)),
            },
        }
    }

    /// Publishes the counters, to Prometheus and to the other processes.
    pub(crate) async fn tell_figures(&self) {
        let mut policies = self.counters.figures();
        self.measure(&mut policies);
        let figures = self.process_figures(policies);
        #[expect(clippy::cast_precision_loss, reason = "memory stays below 2^53 bytes")]
        let gauge = |value: u64| value as f64;
        metrics::gauge!("tally_cache_entries").set(gauge(figures.level1.entries));
        metrics::gauge!("tally_cache_bytes").set(gauge(figures.level1.bytes));
        if let Some(shared) = self.shared.as_ref().filter(|shared| shared.link.is_up()) {
            shared.publish_figures(&figures).await;
        }
    }

    /// Counts from nothing again.
    pub(crate) fn hear_reset(&self) {
        self.counters.reset();
        self.level1.evictions.store(0, Relaxed);
        if let Some(shared) = &self.shared {
            shared.link.errors.store(0, Relaxed);
            shared.link.round_trips.reset();
        }
        self.publish_now.notify_one();
    }
}
