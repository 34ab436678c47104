use std::{any::Any, sync::Arc, time::Duration};

use tally_db::DbErr;

use crate::{entry::Entry, flight::Obtained};

/// Why there is no answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum LoadFailed {
    /// The database refused or is away.
    #[error("{0}")]
    Database(Arc<DbErr>),
    /// The load panicked; the next request loads again.
    #[error("the load panicked: {0}")]
    Panicked(String),
    /// The stored bytes are not what was asked for.
    #[error("the answer does not decode: {0}")]
    Undecodable(String),
    /// The load was given up.
    #[error("loading took longer than {} s", .0.as_secs_f32())]
    TooLong(Duration),
    /// The database has not answered lately, so it is not asked for this.
    #[error("the database does not answer")]
    Away,
}

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Obtained, and good.
    Hit,
    /// Obtained in the second level, and good.
    Level2,
    /// Obtained and old: a new one loads behind it, or cannot be loaded.
    Stale,
    /// Loaded for this caller, and whether it was kept.
    Loaded {
        /// Whether others may use it.
        stored: bool,
    },
    /// Loaded for another caller who asked at the same time.
    Collapsed,
    /// Loaded because the caller asked for it.
    Refreshed,
    /// Loaded past the cache, which is off, or which another answer's load asked.
    Bypass,
}

/// An answer and where it comes from.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The answer.
    pub entry: Arc<Entry>,
    /// Where it comes from.
    pub source: Source,
}

impl Source {
    pub(crate) fn of(kept: Obtained, joined: bool, refresh: bool) -> Self {
        match kept {
            _ if refresh => Self::Refreshed,
            Obtained::Level1 => Self::Hit,
            _ if joined => Self::Collapsed,
            Obtained::Level2 => Self::Level2,
            Obtained::Stored => Self::Loaded { stored: true },
            Obtained::Unkept => Self::Loaded { stored: false },
        }
    }
}

impl LoadFailed {
    pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Self {
        let text = panic.downcast_ref::<&str>().map(ToString::to_string);
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
        Self::Panicked(text.unwrap_or_else(|| "no message".to_owned()))
    }
}
