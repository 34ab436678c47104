//! How an answer looks between processes.

use std::time::Duration;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tally_kernel::Clock;
use tokio::time::Instant;

use crate::{clock::Stamp, entry::Entry, key::Key};

/// The first byte. Programs of another version meet each other's answers while one replaces the other; to
/// each the other's are none.
const VERSION: u8 = 2;

/// What stands before the bytes: everything an [`Entry`] needs to be itself again.
#[derive(Serialize, Deserialize)]
struct Head {
    key: String,
    etag: String,
    epoch: u64,
    s0: u64,
    loaded_at_ms: i64,
    load_us: u64,
    fresh_ms: u64,
}

fn millis(duration: Duration) -> Option<u64> {
    u64::try_from(duration.as_millis()).ok()
}

/// The version, the length of the head in four bytes, the head as JSON, the body.
pub(crate) fn seal(entry: &Entry) -> Option<Vec<u8>> {
    let age = i64::try_from(entry.age(Instant::now()).as_millis()).ok()?;
    let head = Head {
        key: entry.key.clone(),
        etag: entry.etag.clone(),
        epoch: entry.stamp.epoch,
        s0: entry.stamp.s0,
        loaded_at_ms: Clock::real().timestamp_millis() - age,
        load_us: u64::try_from(entry.load_time.as_micros()).ok()?,
        fresh_ms: millis(entry.fresh)?,
    };
    let head = serde_json::to_vec(&head).ok()?;
    let mut bytes = Vec::with_capacity(5 + head.len() + entry.body.len());
    bytes.push(VERSION);
    bytes.extend(u32::try_from(head.len()).ok()?.to_be_bytes());
    bytes.extend(head);
    bytes.extend(&entry.body);
    Some(bytes)
}

/// The entry, if it is `key`'s and of the epoch that `watch` was stamped in.
pub(crate) fn open(key: &Key, watch: &Stamp, mut stored: Bytes) -> Option<Entry> {
    let mut take = |length: usize| (stored.len() >= length).then(|| stored.split_to(length));
    (take(1)?.first() == Some(&VERSION)).then_some(())?;
    let length = u32::from_be_bytes(take(4)?.as_ref().try_into().ok()?);
    let head: Head = serde_json::from_slice(&take(usize::try_from(length).ok()?)?).ok()?;
    (head.key == key.text()).then_some(())?;
    // Another machine's clock may be ahead of ours: that answer is new.
    let age = u64::try_from(Clock::real().timestamp_millis() - head.loaded_at_ms).unwrap_or(0);
    Some(Entry {
        body: stored,
        brotli: None,
        gzip: None,
        etag: head.etag,
        key: head.key,
        stamp: watch.of_other(head.epoch, head.s0)?,
        loaded_at: Instant::now().checked_sub(Duration::from_millis(age))?,
        load_time: Duration::from_micros(head.load_us),
        fresh: Duration::from_millis(head.fresh_ms),
        lifetime: key.policy.lifetime(),
        counters: None,
    })
}
