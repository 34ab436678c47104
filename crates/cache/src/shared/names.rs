use std::fmt::Write as _;

use uuid::Uuid;

/// The names of everything kept in Redis.
///
/// They share one hash tag, so that a cluster keeps them in one slot: the scripts touch several at a time.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// Before every name.
    pub(crate) root: String,
    /// The hash: epoch, seq, floor, the server's run, and the last move of each tag.
    pub(crate) clock: String,
    /// The sorted set: tag by its last move, for catching up.
    pub(crate) moves: String,
    /// The channel of notices.
    pub(crate) news: String,
    /// The hash: counters by process.
    pub(crate) counters: String,
}

impl Names {
    pub(crate) fn new(prefix: &str) -> Self {
        let root = if prefix.is_empty() { "{tally}:".to_owned() } else { format!("{{tally}}:{prefix}:") };
        Self {
            clock: format!("{root}clock"),
            moves: format!("{root}moves"),
            news: format!("{root}news"),
            counters: format!("{root}counters"),
            root,
        }
    }

    pub(crate) fn answer(&self, address: [u8; 32]) -> String {
        format!("{}answer:{}", self.root, hex(address))
    }

    pub(crate) fn lease(&self, address: [u8; 32]) -> String {
        format!("{}lease:{}", self.root, hex(address))
    }

    /// Before the id of a process, the key that says it lives.
    pub(crate) fn alive(&self) -> String {
        format!("{}alive:", self.root)
    }
}

pub(crate) fn hex(address: [u8; 32]) -> String {
    address.iter().fold(String::with_capacity(64), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes every write");
        text
    })
}

/// The reverse of [`hex`].
pub(crate) fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut address = [0; 32];
    for (byte, at) in address.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    (text.len() == 64).then_some(address)
}

/// An epoch nobody had before.
pub(crate) fn new_epoch() -> u64 {
    let (high, low) = Uuid::new_v4().as_u64_pair();
    // Zero is the epoch of a process that never heard of one.
    (high ^ low).max(1)
}
