//! How an answer looks between processes.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tally_kernel::Clock;
use tokio::time::Instant;

use crate::{
    clock::Stamp,
    entry::{Entry, SMALLEST_COMPRESSED},
    key::{FORMAT, Key},
};

/// The quickest level packs JSON as well as the third does (1 MB to 157 KB, in 1.2 ms against 1.7 ms).
const LEVEL: i32 = 1;
/// Longer bodies are not shared: the server would keep everybody waiting for one.
const LONGEST: usize = 64 << 20;
/// A longer body takes more than 50 microseconds to compress: not on a thread that answers requests.
const LONG: usize = 64 << 10;

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
    /// Of the body. When fewer bytes follow, they are compressed.
    length: usize,
}

fn millis(duration: Duration) -> Option<u64> {
    u64::try_from(duration.as_millis()).ok()
}

/// [`seal`], out of the way of requests when it takes long.
///
/// A load waits for it, as its caller does; it saves what it takes. For 10 KB that is 20 microseconds of a
/// round trip of 60; a megabyte is compressed in 1.2 ms and sent 1.4 ms sooner.
pub(crate) async fn seal_behind(entry: &Entry) -> Option<Vec<u8>> {
    if entry.body.len() <= LONG {
        return seal(entry);
    }
    let entry = entry.clone();
    tokio::task::spawn_blocking(move || seal(&entry)).await.ok()?
}

/// The version in a byte, the length of the head in four, the head as JSON, the body, compressed if that makes it
/// smaller. To a program of another version it is no answer.
pub(crate) fn seal(entry: &Entry) -> Option<Vec<u8>> {
    let length = Some(entry.body.len()).filter(|length| *length <= LONGEST)?;
    let packed = (length >= SMALLEST_COMPRESSED).then(|| zstd::bulk::compress(&entry.body, LEVEL).ok());
    let packed = packed.flatten().filter(|packed| packed.len() < length);
    let body = packed.as_deref().unwrap_or(&entry.body);
    let head = Head {
        key: entry.key.clone(),
        etag: entry.etag.clone(),
        epoch: entry.stamp.epoch,
        s0: entry.stamp.s0,
        loaded_at_ms: entry.loaded_ms,
        load_us: u64::try_from(entry.load_time.as_micros()).ok()?,
        fresh_ms: millis(entry.fresh)?,
        length,
    };
    let head = serde_json::to_vec(&head).ok()?;
    let mut bytes = Vec::with_capacity(5 + head.len() + body.len());
    bytes.push(FORMAT);
    bytes.extend(u32::try_from(head.len()).ok()?.to_be_bytes());
    bytes.extend(head);
    bytes.extend(body);
    Some(bytes)
}

/// The entry, if it is `key`'s and of the epoch that `watch` was stamped in.
pub(crate) fn open(key: &Key, watch: &Stamp, mut stored: Bytes) -> Option<Entry> {
    let mut take = |length: usize| (stored.len() >= length).then(|| stored.split_to(length));
    (take(1)?.first() == Some(&FORMAT)).then_some(())?;
    let length = u32::from_be_bytes(take(4)?.as_ref().try_into().ok()?);
    let head: Head = serde_json::from_slice(&take(usize::try_from(length).ok()?)?).ok()?;
    (head.key == key.text() && head.length <= LONGEST).then_some(())?;
    // Another machine's clock may be ahead of ours: that answer is new.
    let age = u64::try_from(Clock::real().timestamp_millis() - head.loaded_at_ms).unwrap_or(0);
    let stamp = watch.of_other(head.epoch, head.s0)?;
    // A megabyte takes a third of a millisecond: less than its JSON took to write.
    let body = if stored.len() == head.length {
        stored
    } else {
        zstd::bulk::decompress(&stored, head.length).ok()?.into()
    };
    (body.len() == head.length).then_some(())?;
    Some(Entry {
        body,
        variants: None,
        decoded: None,
        etag: head.etag,
        key: head.key,
        stamp,
        loaded_at: Instant::now().checked_sub(Duration::from_millis(age))?,
        loaded_ms: head.loaded_at_ms,
        hits: Arc::default(),
        load_time: Duration::from_micros(head.load_us),
        fresh: Duration::from_millis(head.fresh_ms),
        lifetime: key.policy.lifetime(),
        counters: None,
        keeper: Weak::new(),
    })
}
