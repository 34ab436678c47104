//! How many wrong passwords lock a sign-in, and for how long.

use chrono::TimeDelta;

/// So many failures in a row lock.
pub(crate) const MOST: i16 = 5;
/// How long a lock holds.
pub(crate) const LOCK: TimeDelta = TimeDelta::minutes(15);

/// What is left after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// So many more failures, one at least, until the lock.
    Attempts(i16),
    /// Nothing: the lock has begun, or held already.
    Locked,
}

impl Left {
    /// After `failures` in a row, the last of which did not lock.
    pub(crate) fn after(failures: i16) -> Self {
        Self::Attempts(MOST.saturating_sub(failures).max(1))
    }
}
