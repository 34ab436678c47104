use std::fmt;

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::midnight;

/// A half-open span of time: `from` is inside, `until` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// First instant inside.
    pub from: DateTime<Utc>,
    /// First instant outside.
    pub until: DateTime<Utc>,
}

impl Period {
    /// The `days` × 24 hours before `now`.
    pub fn last_days(days: u32, now: DateTime<Utc>) -> Self {
        Self { from: now - Days::new(days.into()), until: now }
    }

    /// The span of the same length that ends where this one begins, `days` long.
    #[must_use]
    pub fn before(self, days: u32) -> Self {
        Self::last_days(days, self.from)
    }

    /// Whole UTC days, both included.
    pub fn of_days(first: NaiveDate, last: NaiveDate) -> Self {
        Self { from: midnight(first), until: midnight(last + Days::new(1)) }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from.format("%+"), self.until.format("%+"))
    }
}
