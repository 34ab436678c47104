//! How long something has lasted.

use chrono::{DateTime, Utc};
use sea_orm::{ExprTrait, sea_query::Expr};

pub(super) const HOUR: u32 = 3600;
pub(super) const DAY: u32 = 24 * HOUR;

/// Units of `seconds` from `since` to `until`, in hundredths but rounded to tenths.
pub(super) fn tenths(since: Expr, until: DateTime<Utc>, seconds: u32) -> Expr {
    let span = Expr::cust_with_exprs(
        format!("round(extract(epoch FROM $2 - $1) / {seconds}, 1) * 100"),
        [since, Expr::val(until)],
    );
    span.cast_as("bigint")
}
