//! When a writer can expect the pay of finished work.

use chrono::{Datelike, Days, NaiveDate};
use tally_entity::writer_profile::PaymentSchedule;
use tally_kernel::{Span, first_of_month};

/// Work finished up to this day of a month is paid in the same month to those who are paid every two weeks.
const FIRST_HALF: u32 = 15;

/// The days between which work is paid that was finished on `finished`.
pub(crate) fn pay_window(schedule: PaymentSchedule, finished: NaiveDate) -> (NaiveDate, NaiveDate) {
    let of =
        |month: NaiveDate, first: u64, last: u64| (month + Days::new(first - 1), month + Days::new(last - 1));
    match schedule {
        PaymentSchedule::BiWeekly if finished.day() <= FIRST_HALF => of(first_of_month(finished), 17, 21),
        PaymentSchedule::BiWeekly | PaymentSchedule::Monthly => of(Span::Month.after(finished), 5, 7),
    }
}

/// Such days in words: `17 Mar – 21 Mar 2026`.
pub(crate) fn label((first, last): (NaiveDate, NaiveDate)) -> String {
    format!("{} – {}", first.format("%-d %b"), last.format("%-d %b %Y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(schedule: PaymentSchedule, finished: &str) -> String {
        label(pay_window(schedule, finished.parse().unwrap()))
    }

    #[test]
    fn pay_comes_in_the_middle_or_at_the_beginning_of_a_month() {
        use PaymentSchedule::{BiWeekly, Monthly};
        assert_eq!(shown(BiWeekly, "2026-03-01"), "17 Mar – 21 Mar 2026");
        assert_eq!(shown(BiWeekly, "2026-03-15"), "17 Mar – 21 Mar 2026");
        assert_eq!(shown(BiWeekly, "2026-03-16"), "5 Apr – 7 Apr 2026");
        assert_eq!(shown(BiWeekly, "2026-12-31"), "5 Jan – 7 Jan 2027");
        assert_eq!(shown(Monthly, "2026-03-01"), "5 Apr – 7 Apr 2026");
        assert_eq!(shown(Monthly, "2026-01-31"), "5 Feb – 7 Feb 2026");
    }
}
