//! The halves of a month that pay is listed by.

use chrono::{Datelike, Days, NaiveDate};
use tally_kernel::{Span, first_of_month};

/// The last day of the first half of every month.
const MIDDLE: u32 = 14;

/// The first and the last day of the half of a month that `day` is in.
pub(crate) fn fortnight_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = first_of_month(day);
    if day.day() <= MIDDLE {
        (first, first + Days::new(u64::from(MIDDLE) - 1))
    } else {
        (first + Days::new(MIDDLE.into()), last_of_month(day))
    }
}

/// The last day of the month that `day` is in.
pub(crate) fn last_of_month(day: NaiveDate) -> NaiveDate {
    Span::Month.after(day) - Days::new(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn half(text: &str) -> String {
        let (first, last) = fortnight_of(text.parse().unwrap());
        format!("{first}/{last}")
    }

    #[test]
    fn the_fourteenth_ends_the_first_half() {
        assert_eq!(half("2026-03-01"), "2026-03-01/2026-03-14");
        assert_eq!(half("2026-03-14"), "2026-03-01/2026-03-14");
        assert_eq!(half("2026-03-15"), "2026-03-15/2026-03-31");
        assert_eq!(half("2026-02-28"), "2026-02-15/2026-02-28");
        assert_eq!(half("2028-02-29"), "2028-02-15/2028-02-29");
        assert_eq!(half("2026-12-31"), "2026-12-15/2026-12-31");
    }

    proptest! {
        /// Every day is in its own half, and the halves leave no day out.
        #[test]
        fn halves_follow_one_another(days in 0..40_000_u64) {
            let day = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(days);
            let (first, last) = fortnight_of(day);
            prop_assert!(first <= day && day <= last);
            prop_assert_eq!((fortnight_of(first), fortnight_of(last)), ((first, last), (first, last)));
            prop_assert_eq!(fortnight_of(last + Days::new(1)).0, last + Days::new(1));
        }
    }
}
