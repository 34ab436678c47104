//! The span of time that a calendar is asked for.

use chrono::TimeDelta;
use serde::Deserialize;
use tally_http::{ApiResult, DayOrInstant, invalid_param};
use tally_kernel::Period;
use utoipa::IntoParams;

/// The longest calendar.
const MOST: TimeDelta = TimeDelta::days(366);
/// An order due within so many hours presses.
pub(super) const URGENT: TimeDelta = TimeDelta::hours(24);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RangeQuery {
    /// A day or an instant: not due before it.
    #[param(value_type = Option<String>)]
    from_date: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    to_date: Option<DayOrInstant>,
}

impl RangeQuery {
    /// What is asked for; what is not said is as in `default`.
    pub(super) fn period(&self, default: Period) -> ApiResult<Period> {
        let from = self.from_date.map_or(default.from, DayOrInstant::start);
        let until = self.to_date.map_or(default.until, DayOrInstant::end);
        if until - from > MOST {
            return Err(invalid_param("to_date", "must be at most 366 days after from_date"));
        }
        Ok(Period { from, until })
    }
}
