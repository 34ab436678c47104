//! Figures with one decimal.

use chrono::TimeDelta;
use tally_kernel::Hundredths;

const MILLIS_PER_HOUR: i64 = 3_600_000;

/// `part / whole` to one decimal, half away from zero; 0 over nothing.
pub(crate) fn tenths(part: impl Into<i128>, whole: impl Into<i128>) -> Hundredths {
    let tenth = Hundredths::ratio(part.into(), whole.into() * 10).unwrap_or_default();
    Hundredths(tenth.0 * 10)
}

/// `100 × part / whole` to one decimal; 0 over nothing.
pub(crate) fn percent(part: i64, whole: i64) -> Hundredths {
    tenths(i128::from(part) * 100, whole)
}

/// Hours to one decimal.
pub(crate) fn hours(span: TimeDelta) -> Hundredths {
    tenths(span.num_milliseconds(), MILLIS_PER_HOUR)
}

/// Days to two decimals.
pub(crate) fn days(span: TimeDelta) -> Hundredths {
    Hundredths::ratio(span.num_milliseconds().into(), i128::from(24 * MILLIS_PER_HOUR)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_decimal_is_kept_and_halves_go_away_from_zero() {
        assert_eq!(percent(2, 3), Hundredths(6670));
        assert_eq!(percent(1, 3), Hundredths(3330));
        assert_eq!(percent(5, 0), Hundredths(0));
        // 6.25 %
        assert_eq!(percent(1, 16), Hundredths(630));
        assert_eq!(tenths(-25, 100), Hundredths(-30));
        assert_eq!(tenths(90, 60), Hundredths(150));
        assert_eq!(hours(TimeDelta::minutes(93)), Hundredths(160));
        assert_eq!(days(TimeDelta::hours(31)), Hundredths(129));
    }
}
