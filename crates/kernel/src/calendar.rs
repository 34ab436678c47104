//! Days, weeks, months and years, all in UTC.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};

/// The first instant of a day.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// The Monday of the week `day` is in.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

/// The first day of the month `day` is in.
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The first day of the year `day` is in.
pub fn first_of_year(day: NaiveDate) -> NaiveDate {
    day.with_ordinal(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_that_crosses_a_year_belongs_to_its_monday() {
        assert_eq!(monday_of(day("2026-01-04")), day("2025-12-29"));
        assert_eq!(monday_of(day("2025-12-29")), day("2025-12-29"));
        assert_eq!(first_of_month(day("2024-02-29")), day("2024-02-01"));
        assert_eq!(first_of_year(day("2024-12-31")), day("2024-01-01"));
    }
}
