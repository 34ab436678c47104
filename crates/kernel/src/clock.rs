use std::time::Duration;

use chrono::{DateTime, Utc};

/// Where business time comes from: the system, or a fixed instant.
///
/// Dashboards ask this clock what "now" is. Tokens, sessions, rate limits and the cache do not: their
/// time is real even when business time is frozen ([`Clock::real`]).
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    frozen: Option<DateTime<Utc>>,
}

impl Clock {
    /// A clock that stands still at `at`.
    pub fn frozen(at: DateTime<Utc>) -> Self {
        Self { frozen: Some(at) }
    }

    /// Business time: what a dashboard calls now.
    pub fn now(self) -> DateTime<Utc> {
        self.frozen.unwrap_or_else(Self::real)
    }

    /// Real time, whatever business time says.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the system clock")]
    pub fn real() -> DateTime<Utc> {
        Utc::now()
    }

    /// Real time `ahead` of now.
    pub fn real_in(ahead: Duration) -> DateTime<Utc> {
        Self::real() + ahead
    }
}
