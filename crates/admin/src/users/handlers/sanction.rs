//! What a sanction is given with.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use tally_http::{ApiError, ApiResult, Text};
use utoipa::ToSchema;

const DAYS: std::ops::RangeInclusive<i64> = 1..=3650;
const USUAL_DAYS: i64 = 30;

/// Why, and for how long.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SanctionForm {
    /// `No reason provided` when absent.
    pub(super) reason: Option<Text<0, 2000>>,
    /// 30 when absent.
    #[schema(minimum = 1, maximum = 3650)]
    pub(super) duration_days: Option<i64>,
}

/// Why, and until when.
pub(crate) struct Sanction {
    pub(crate) reason: String,
    pub(crate) until: DateTime<Utc>,
}

impl SanctionForm {
    pub(crate) fn new(reason: Option<Text<0, 2000>>) -> Self {
        Self { reason, duration_days: None }
    }

    pub(crate) fn from(self, now: DateTime<Utc>) -> ApiResult<Sanction> {
        let days = self.duration_days.unwrap_or(USUAL_DAYS);
        if !DAYS.contains(&days) {
            return Err(ApiError::invalid("/duration_days", "must be 1 to 3650"));
        }
        Ok(Sanction { reason: reason(self.reason), until: now + TimeDelta::days(days) })
    }
}

pub(crate) fn reason(given: Option<Text<0, 2000>>) -> String {
    given.and_then(Text::filled).unwrap_or_else(|| "No reason provided".to_owned())
}

impl Sanction {
    /// The sentence that the user is told.
    pub(super) fn told(&self, what: &str) -> String {
        format!("{what} until {}. Reason: {}", day(self.until), self.reason)
    }
}

pub(super) fn day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}
