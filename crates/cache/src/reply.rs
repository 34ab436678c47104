use std::{any::Any, sync::Arc};

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
            Obtained::Level2 => Self::Level2,
            _ if joined => Self::Collapsed,
            Obtained::Stored => Self::Loaded { stored: true },
            Obtained::Unkept => Self::Loaded { stored: false },
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Hit => "hit",
            Self::Level2 => "l2",
            Self::Stale => "stale",
            Self::Loaded { .. } => "miss",
            Self::Collapsed => "collapsed",
            Self::Refreshed => "refresh",
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
