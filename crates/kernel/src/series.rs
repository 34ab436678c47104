//! Rows of many days, added up per day, week or month.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};

use crate::{first_of_month, monday_of};

/// What a trend has a row for. Every day is in exactly one span of each kind, and a span is named by its
/// first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
}

impl Span {
    /// The first day of the span that `day` is in.
    pub fn of(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Day => day,
            Self::Week => monday_of(day),
            Self::Month => first_of_month(day),
        }
    }

    /// The first day of the span `spans` before the one that `day` is in.
    pub fn before(self, day: NaiveDate, spans: u32) -> NaiveDate {
        let first = self.of(day);
        match self {
            Self::Day => first - Days::new(spans.into()),
            Self::Week => first - Days::new(7 * u64::from(spans)),
            Self::Month => first - Months::new(spans),
        }
    }

    /// The first day of the span after the one that `day` is in.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        let first = self.of(day);
        match self {
            Self::Day => first + Days::new(1),
            Self::Week => first + Days::new(7),
            Self::Month => first + Months::new(1),
        }
    }

    /// What `add` makes of the rows of each span, oldest span first; only spans with rows.
    pub fn add_up<R, S: Default>(
        self,
        rows: impl IntoIterator<Item = R>,
        day: impl Fn(&R) -> NaiveDate,
        add: impl Fn(&mut S, R),
    ) -> Vec<(NaiveDate, S)> {
        self.collect(BTreeMap::new(), rows, day, add).into_iter().collect()
    }

    /// The same with a sum for every span from the one of `first` to the one of `last`, zero where no row is.
    /// Rows outside are left out.
    pub fn add_up_all<R, S: Default>(
        self,
        first: NaiveDate,
        last: NaiveDate,
        rows: impl IntoIterator<Item = R>,
        day: impl Fn(&R) -> NaiveDate,
        add: impl Fn(&mut S, R),
    ) -> Vec<(NaiveDate, S)> {
        let (first, end) = (self.of(first), self.after(last));
        let spans = std::iter::successors(Some(first), |span| Some(self.after(*span)));
        let sums = spans.take_while(|span| *span < end).map(|span| (span, S::default())).collect();
        let rows = rows.into_iter().filter(|row| (first..end).contains(&day(row)));
        self.collect(sums, rows, &day, add).into_iter().collect()
    }

    fn collect<R, S: Default>(
        self,
        mut sums: BTreeMap<NaiveDate, S>,
        rows: impl IntoIterator<Item = R>,
        day: impl Fn(&R) -> NaiveDate,
        add: impl Fn(&mut S, R),
    ) -> BTreeMap<NaiveDate, S> {
        for row in rows {
            add(sums.entry(self.of(day(&row))).or_default(), row);
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sums(rows: &[(&str, i64)], add_up: impl Fn(Vec<(NaiveDate, i64)>) -> Vec<(NaiveDate, i64)>) -> String {
        let rows = rows.iter().map(|(text, figure)| (day(text), *figure)).collect();
        add_up(rows).iter().map(|(span, sum)| format!("{span} {sum}")).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn rows_of_a_span_are_one_row() {
        let rows = [("2026-02-01", 4), ("2025-12-31", 1), ("2026-01-04", 2), ("2026-01-31", 8)];
        let by = |span: Span| sums(&rows, |rows| span.add_up(rows, |row| row.0, |sum, row| *sum += row.1));
        assert_eq!(by(Span::Day), "2025-12-31 1, 2026-01-04 2, 2026-01-31 8, 2026-02-01 4");
        assert_eq!(by(Span::Week), "2025-12-29 3, 2026-01-26 12");
        assert_eq!(by(Span::Month), "2025-12-01 1, 2026-01-01 10, 2026-02-01 4");
    }

    #[test]
    fn empty_spans_are_zero_and_strangers_are_left_out() {
        let rows = [("2025-11-30", 1), ("2025-12-01", 2), ("2026-02-28", 4), ("2026-03-01", 8)];
        let (first, last) = (day("2025-12-24"), day("2026-02-02"));
        let filled = |rows: Vec<(NaiveDate, i64)>| {
            Span::Month.add_up_all(first, last, rows, |row| row.0, |sum, row| *sum += row.1)
        };
        assert_eq!(sums(&rows, filled), "2025-12-01 2, 2026-01-01 0, 2026-02-01 4");
    }

    #[test]
    fn spans_are_counted_from_their_first_days() {
        assert_eq!(Span::Month.before(day("2026-03-31"), 1), day("2026-02-01"));
        assert_eq!(Span::Month.before(day("2026-01-15"), 11), day("2025-02-01"));
        assert_eq!(Span::Week.before(day("2026-01-04"), 11), day("2025-10-13"));
        assert_eq!(Span::Day.before(day("2026-01-01"), 29), day("2025-12-03"));
        assert_eq!(Span::Month.after(day("2025-12-31")), day("2026-01-01"));
        assert_eq!(Span::Week.after(day("2025-12-31")), day("2026-01-05"));
    }
}
