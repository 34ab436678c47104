//! Days that parameters name. Their bounds keep years and months what a calendar has.

use chrono::{Months, NaiveDate};

/// The first day of a month, counted from 1.
pub(super) fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
}

/// The last day of a month, counted from 1.
pub(super) fn last_of(year: i32, month: u32) -> NaiveDate {
    let first = first_of(year, month);
    (first + Months::new(1)).pred_opt().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_where_the_next_begins() {
        let last = |year, month| last_of(year, month).to_string();
        assert_eq!(last(2024, 2), "2024-02-29");
        assert_eq!(last(2100, 2), "2100-02-28");
        assert_eq!(last(2026, 12), "2026-12-31");
        assert_eq!(first_of(2026, 12).to_string(), "2026-12-01");
    }
}
