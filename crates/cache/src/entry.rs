use std::{
    any::Any,
    io::Write as _,
    sync::{
        Arc, Weak,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use tally_kernel::Clock;
use tokio::time::Instant;

use crate::{
    Source,
    cache::Inner,
    clock::{Stamp, Time},
    counters::Counters,
    key::Key,
    shared::Told,
};

/// Below this many bytes compression does not pay.
pub(crate) const SMALLEST_COMPRESSED: usize = 1024;
/// Brotli's middle: near the best size for JSON at a tenth of the time.
const BROTLI_QUALITY: u32 = 5;
const BROTLI_WINDOW: u32 = 20;
/// What an entry costs besides its bytes: the map's node, the stamp, the key.
const OVERHEAD: usize = 512;
/// The natural logarithm of a billion.
const LONGEST_LEAD: u32 = 21;

/// A coding of stored bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// As they are.
    Identity,
    /// `br`.
    Brotli,
    /// `gzip`.
    Gzip,
}

/// A finished answer: its bytes, ready to send.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The body.
    pub body: Bytes,
    /// A weak entity tag of the body, one for all codings.
    pub etag: String,
    /// The compressed forms, once they are made.
    pub(crate) variants: Option<Variants>,
    /// What the program itself reads in the body, once it did.
    pub(crate) decoded: Option<Arc<dyn Any + Send + Sync>>,
    pub(crate) key: String,
    pub(crate) stamp: Stamp,
    pub(crate) loaded_at: Instant,
    /// The same on the clock of the machine that loaded it, in milliseconds: it tells two loads apart, no more.
    pub(crate) loaded_ms: i64,
    /// How often it was given out from here since it was loaded.
    pub(crate) hits: Arc<AtomicU64>,
    /// How long loading took: what a caller would wait for a new one.
    pub(crate) load_time: Duration,
    pub(crate) fresh: Duration,
    pub(crate) lifetime: Duration,
    pub(crate) counters: Option<Arc<Counters>>,
    /// The cache that keeps it.
    pub(crate) keeper: Weak<Inner>,
}

/// The forms of a body; one that would not be smaller is none.
#[derive(Clone, Debug)]
pub(crate) struct Variants {
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Entry {
    /// An answer loaded just now. `previous` lends its bytes when they are the same.
    pub(crate) fn new(
        key: &Key,
        stamp: Stamp,
        body: Vec<u8>,
        load_time: Duration,
        previous: Option<&Self>,
    ) -> Self {
        let digest = blake3::hash(&body).to_hex();
        let etag = format!("W/\"{}\"", &digest.as_str()[..32]);
        let unchanged = previous.filter(|previous| previous.etag == etag);
        Self {
            body: unchanged.map_or_else(|| Bytes::from(body), |previous| previous.body.clone()),
            variants: unchanged.and_then(|previous| previous.variants.clone()),
            decoded: unchanged.and_then(|previous| previous.decoded.clone()),
            etag,
            key: key.text().to_owned(),
            stamp,
            loaded_at: Instant::now(),
            loaded_ms: Clock::real().timestamp_millis(),
            hits: Arc::default(),
            load_time,
            fresh: jittered(key.policy.fresh, key.address()[0]),
            lifetime: key.policy.lifetime(),
            counters: None,
            keeper: Weak::new(),
        }
    }

    /// The stored bytes in a coding the caller takes, given in the caller's order of preference. The first who
    /// takes one that is not there yet gets the bytes as they are, and it is made behind him.
    pub fn coded(&self, accepted: &[Coding]) -> (Coding, Bytes) {
        let stored = |coding: &Coding| {
            let variants = self.variants.as_ref()?;
            let form = match coding {
                Coding::Brotli => &variants.brotli,
                Coding::Gzip => &variants.gzip,
                Coding::Identity => &None,
            };
            form.clone().map(|bytes| (*coding, bytes))
        };
        accepted.iter().find_map(stored).unwrap_or_else(|| {
            if self.wants_compression()
                && accepted.iter().any(|coding| *coding != Coding::Identity)
                && let Some(keeper) = self.keeper.upgrade()
            {
                keeper.compress_behind(self);
            }
            (Coding::Identity, self.body.clone())
        })
    }

    /// What the body says, if somebody has read it before.
    pub(crate) fn decoded<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.decoded.clone()?.downcast().ok()
    }

    /// Whether it is the same answer, in whatever forms.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.loaded_at == other.loaded_at && self.etag == other.etag && self.key == other.key
    }

    /// Whether it is the answer that was `told` of, or a later one.
    pub(crate) fn is_at_least(&self, told: Told) -> bool {
        let Time { epoch, seq } = told.time;
        let later = self.stamp.s0 > seq || (self.stamp.s0 == seq && self.loaded_ms == told.loaded_ms);
        self.stamp.epoch == epoch && later
    }

    /// How long before `now` it was loaded.
    pub fn age(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.loaded_at)
    }

    /// Seconds from `now` until it is no longer fresh; negative when it has been stale that long.
    pub fn ttl_seconds(&self, now: Instant) -> i64 {
        let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        seconds(self.fresh) - seconds(self.age(now))
    }

    /// Counts that it is given out from this process, and nothing was asked of anybody.
    pub(crate) fn count_hit(&self) {
        self.hits.fetch_add(1, Relaxed);
        if let Some(counters) = &self.counters {
            counters.count(Some(Source::Hit));
        }
    }

    /// Counts that the caller had it already (304).
    pub fn count_not_modified(&self) {
        if let Some(counters) = &self.counters {
            counters.count_not_modified();
        }
    }

    /// Whether it is worth loading anew although it is fresh: the nearer the end of its time and the longer a
    /// load takes, the likelier (`XFetch`). `chance` is uniform in 0..1; each caller draws his own, so that one
    /// of many begins early and nobody waits at the end.
    pub(crate) fn ahead(&self, age: Duration, chance: f64) -> bool {
        let early = self.load_time.mul_f64(-(chance.max(f64::MIN_POSITIVE)).ln());
        age + early >= self.fresh
    }

    /// Whether [`Entry::ahead`] can be true at all: beyond this many load times the chance is one in a billion.
    pub(crate) fn near_its_end(&self, age: Duration) -> bool {
        age + self.load_time * LONGEST_LEAD >= self.fresh
    }

    /// Whether a compressed form is still to be made.
    pub(crate) fn wants_compression(&self) -> bool {
        self.body.len() >= SMALLEST_COMPRESSED && self.variants.is_none()
    }

    /// The same answer with its compressed forms. Takes milliseconds: not for a request's own time.
    pub(crate) fn compressed(&self) -> Self {
        let variants = Variants { brotli: brotli(&self.body), gzip: gzip(&self.body) };
        Self { variants: Some(variants), ..self.clone() }
    }

    pub(crate) fn weight(&self) -> u32 {
        let forms = self.variants.iter().flat_map(|variants| [&variants.brotli, &variants.gzip]).flatten();
        let coded = forms.map(Bytes::len).sum::<usize>();
        // What is read out of JSON takes about as much as the JSON.
        let decoded = if self.decoded.is_some() { self.body.len() } else { 0 };
        u32::try_from(self.body.len() + coded + decoded + self.key.len() + OVERHEAD).unwrap_or(u32::MAX)
    }
}

/// Within 10 % of `fresh`, so that answers loaded together do not all expire together. By the address and not by
/// the body: those that say nothing all say the same.
fn jittered(fresh: Duration, byte: u8) -> Duration {
    fresh.mul_f64(0.9 + f64::from(byte) / 255.0 * 0.2)
}

fn brotli(body: &[u8]) -> Option<Bytes> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    writer.write_all(body).ok()?;
    smaller(writer.into_inner(), body)
}

fn gzip(body: &[u8]) -> Option<Bytes> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(body).ok()?;
    smaller(writer.finish().ok()?, body)
}

fn smaller(coded: Vec<u8>, body: &[u8]) -> Option<Bytes> {
    (coded.len() < body.len()).then(|| coded.into())
}
