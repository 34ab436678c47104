//! Things that are so for a few seconds, for all processes: somebody types, somebody listens.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use deadpool_redis::redis::{Cmd, cmd};
use tokio::time::Instant;

use crate::{
    Cache,
    shared::{Shared, WRITE, call},
};

/// Marks ARGV[1] in the set KEYS[1] for ARGV[2] ms, unless ARGV[3] others are marked. Answers 1 for a new mark, 0 for
/// one that was there, -1 when there is no place. The server's clock is the one that counts.
const MARK: &str = r"
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local known = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not known and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return -1 end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return known and 0 or 1";

/// Who is marked in the set KEYS[1], and for how many ms.
const MARKED: &str = r"
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local found = redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. string.format('%.0f', now), '+inf', 'WITHSCORES')
for i = 2, #found, 2 do found[i] = string.format('%.0f', found[i] - now) end
return found";

/// What became of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It was not there before.
    New,
    /// It was there, and lasts longer now.
    Renewed,
    /// There is no place for it.
    Full,
}

/// Marks of this process, for when there is no Redis.
#[derive(Debug, Default)]
pub(crate) struct Marks(Mutex<HashMap<String, Vec<(i64, Instant)>>>);

impl Cache {
    /// Marks `member` in a set for a time, unless `most` others are marked there. Without Redis, or while it is away,
    /// each process knows its own marks.
    pub async fn mark(&self, set: &str, member: i64, lasting: Duration, most: u32) -> Mark {
        if let Some(shared) = self.inner.shared.as_ref() {
            let mut script = call(MARK, &[&name(shared, set)]);
            let millis = u64::try_from(lasting.as_millis()).unwrap_or(u64::MAX);
            script.arg(member).arg(millis).arg(most);
            match shared.link.run::<i64>(WRITE, &script).await {
                Some(0) => return Mark::Renewed,
                Some(1) => return Mark::New,
                Some(_) => return Mark::Full,
                None => {}
            }
        }
        self.inner.marks.mark(set, member, lasting, most)
    }

    /// Who is marked in a set, and for how long.
    pub async fn marked(&self, set: &str) -> Vec<(i64, Duration)> {
        if let Some(shared) = self.inner.shared.as_ref() {
            let script = call(MARKED, &[&name(shared, set)]);
            if let Some(found) = shared.link.run::<Vec<(i64, u64)>>(WRITE, &script).await {
                return found.into_iter().map(|(id, left)| (id, Duration::from_millis(left))).collect();
            }
        }
        self.inner.marks.marked(set)
    }

    /// Takes a mark back.
    pub async fn unmark(&self, set: &str, member: i64) {
        if let Some(shared) = self.inner.shared.as_ref() {
            let mut command: Cmd = cmd("ZREM");
            command.arg(name(shared, set)).arg(member);
            // Whether it was there or is forgotten in time: it is gone.
            let _: Option<u64> = shared.link.run(WRITE, &command).await;
        }
        self.inner.marks.lock().entry(set.to_owned()).or_default().retain(|(known, _)| *known != member);
    }
}

fn name(shared: &Shared, set: &str) -> String {
    format!("{}mark:{set}", shared.link.names.root)
}

impl Marks {
    fn mark(&self, set: &str, member: i64, lasting: Duration, most: u32) -> Mark {
        let (now, mut all) = (Instant::now(), self.lock());
        all.retain(|_, marks| {
            marks.retain(|(_, until)| *until > now);
            !marks.is_empty()
        });
        let marks = all.entry(set.to_owned()).or_default();
        if let Some((_, until)) = marks.iter_mut().find(|(known, _)| *known == member) {
            *until = now + lasting;
            return Mark::Renewed;
        }
        if marks.len() >= most as usize {
            return Mark::Full;
        }
        marks.push((member, now + lasting));
        Mark::New
    }

    fn marked(&self, set: &str) -> Vec<(i64, Duration)> {
        let (now, all) = (Instant::now(), self.lock());
        let marks = all.get(set).into_iter().flatten().filter(|(_, until)| *until > now);
        marks.map(|(id, until)| (*id, until.duration_since(now))).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Vec<(i64, Instant)>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
