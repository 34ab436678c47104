//! What the processes share, over Redis: the clock, the leases, the answers.

mod answers;
mod figures;
mod lease;
mod link;
mod names;
mod notice;
mod scripts;

use deadpool_redis::redis::{self, Cmd};

pub(crate) use self::{
    answers::Verdict,
    lease::{LEASED_FOR, Lease, Leasing},
    link::{Link, WRITE},
    notice::{Notice, Told},
    scripts::call,
};
use self::{
    lease::Wakes,
    link::READ,
    names::new_epoch,
    scripts::{MOVE, MOVED_SINCE, RENEW, TICK},
};
use crate::{
    clock::{EVERYTHING, TagClock, Time},
    rates::Counter,
};

/// Tags moved by one script: a thousand take a millisecond of the server's time, and nobody else is served
/// meanwhile.
const BATCH: usize = 1_000;
/// Tags read at a time while catching up: more than move at once, so that each page ends some moment.
const PAGE: usize = 2 * BATCH;
/// How long a process counts as living after its last heartbeat: four of them.
const ALIVE_MS: u64 = 2_000;
/// Tags the server remembers; at some 250 bytes each they take 50 MB.
const TAGS_KEPT: usize = 200_000;

/// One process's end of what all share.
pub(crate) struct Shared {
    pub(crate) link: Link,
    /// Counts how often what is done.
    pub(crate) counter: Counter,
    /// This process.
    pub(crate) node: String,
    pub(crate) wakes: Wakes,
}

/// What catching up reads: the clock's time and floor, and who moved.
type MovedSince = (u64, u64, u64, Vec<(String, u64)>);

impl Shared {
    pub(crate) fn new(url: &str, prefix: &str, node: String) -> Result<Self, String> {
        let link = Link::new(url, prefix)?;
        let counter = Counter::new(link.client.clone());
        Ok(Self { link, counter, node, wakes: Wakes::default() })
    }

    /// Moves `tags` for every process, this one included before it returns. Says whether all did move.
    pub(crate) async fn publish(&self, clock: &TagClock, tags: &[String]) -> bool {
        if tags.iter().any(|tag| tag == EVERYTHING) {
            return self.renew(clock).await;
        }
        for batch in tags.chunks(BATCH) {
            let mut script = self.on_clock(&MOVE);
            script.arg(batch);
            let Some((epoch, seq)) = self.link.run(WRITE, &script).await else { return false };
            clock.learn(Time { epoch, seq }, 0, batch.iter().map(|tag| (tag.as_str(), seq)));
        }
        true
    }

    /// Begins a new epoch: ends everything.
    pub(crate) async fn renew(&self, clock: &TagClock) -> bool {
        let Some((epoch, seq)) = self.link.run(WRITE, &self.on_clock(&RENEW)).await else { return false };
        clock.learn(Time { epoch, seq }, 0, []);
        true
    }

    /// Reads when `tags` last moved: what a process in doubt does before it uses what it keeps.
    pub(crate) async fn learn(&self, clock: &TagClock, tags: &[String]) -> bool {
        let command = self.read_clock(tags);
        let asked: Option<Vec<Option<u64>>> =
            self.link.ask(READ, async |connection| command.query_async(connection).await).await;
        asked.is_some_and(|values| learned(clock, tags, &values))
    }

    /// The command that reads the clock's state and when `tags` last moved.
    fn read_clock(&self, tags: &[String]) -> Cmd {
        let mut command = redis::cmd("HMGET");
        command.arg(&self.link.names.clock).arg(&["epoch", "seq", "floor"]);
        for tag in tags {
            command.arg(format!("t:{tag}"));
        }
        command
    }

    /// Reads every move this process has not applied.
    pub(crate) async fn catch_up(&self, clock: &TagClock) -> bool {
        loop {
            let applied = clock.applied();
            let mut script = self.on_clock(&MOVED_SINCE);
            script.arg(applied.epoch).arg(applied.seq).arg(PAGE);
            let read: Option<MovedSince> = self.link.run_pooled(&script).await;
            let Some((epoch, seq, floor, moved)) = read else { return false };
            let more = moved.len() >= PAGE;
            // The moment a full page breaks off in may go on: it is read again with the next.
            let upto = if more { moved.last().map_or(seq, |(_, last)| last - 1) } else { seq };
            let moved = moved.iter().map(|(tag, seq)| (tag.as_str(), *seq)).filter(|(_, seq)| *seq <= upto);
            if !clock.catch_up(Time { epoch, seq: upto }, floor, moved) {
                return false;
            }
            if !more {
                return true;
            }
        }
    }

    /// Tells everybody that this process lives and what the time is. `now` comes back with the notice.
    pub(crate) async fn tick(&self, now: u64) -> bool {
        self.tick_keeping(now, TAGS_KEPT).await
    }

    /// The same, with room for `kept` tags.
    pub(crate) async fn tick_keeping(&self, now: u64, kept: usize) -> bool {
        let alive = format!("{}{}", self.link.names.alive(), self.node);
        let mut script = self.with_keys(&TICK, &[&alive]);
        script.arg(&self.node).arg(now).arg(ALIVE_MS).arg(kept);
        let told: Option<(u64, u64)> = self.link.run_pooled(&script).await;
        told.is_some()
    }

    fn on_clock(&self, script: &str) -> Cmd {
        self.with_keys(script, &[])
    }

    /// A script about the clock and `more` keys.
    fn with_keys(&self, script: &str, more: &[&str]) -> Cmd {
        let names = &self.link.names;
        let keys = [&[names.clock.as_str(), names.moves.as_str()], more].concat();
        let mut script = call(script, &keys);
        script.arg(new_epoch()).arg(&names.news);
        script
    }
}

/// Takes in what [`Shared::read_clock`] asked for; a clock that is not there teaches nothing.
fn learned(clock: &TagClock, tags: &[String], values: &[Option<u64>]) -> bool {
    let [Some(epoch), Some(seq), Some(floor), moved @ ..] = values else { return false };
    let moved = tags.iter().zip(moved).filter_map(|(tag, seq)| Some((tag.as_str(), (*seq)?)));
    clock.learn(Time { epoch: *epoch, seq: *seq }, *floor, moved)
}
