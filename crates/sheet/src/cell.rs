use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use tally_kernel::Hundredths;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words that somebody wrote; never a formula, whatever they begin with.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// An amount of minor units, shown with two decimals.
    Money(i64),
    /// A number with as many decimals as it needs, two at most.
    Number(Hundredths),
    /// Shown in UTC, to the second.
    Instant(DateTime<Utc>),
    /// A UTC day.
    Day(NaiveDate),
    /// Shown as Yes or No.
    Flag(bool),
}

/// What spreadsheets take for the beginning of a formula.
const TRIGGERS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

impl Cell {
    /// The cell in letters. An apostrophe keeps a text from being a formula.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) if text.starts_with(TRIGGERS) => Cow::Owned(format!("'{text}")),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::Money(cents) => {
                let sign = if *cents < 0 { "-" } else { "" };
                let (units, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
                Cow::Owned(format!("{sign}{units}.{rest:02}"))
            }
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Instant(instant) => Cow::Owned(instant.format("%Y-%m-%d %H:%M:%S").to_string()),
            Self::Day(day) => Cow::Owned(day.to_string()),
            Self::Flag(true) => Cow::Borrowed("Yes"),
            Self::Flag(false) => Cow::Borrowed("No"),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<DateTime<Utc>> for Cell {
    fn from(instant: DateTime<Utc>) -> Self {
        Self::Instant(instant)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_no_formulas_and_need_no_apostrophe() {
        let shown = |cell: Cell| cell.shown().into_owned();
        let money = [1250, 5, -5, -120_000, i64::MIN].map(|cents| shown(Cell::Money(cents)));
        assert_eq!(money, ["12.50", "0.05", "-0.05", "-1200.00", "-92233720368547758.08"]);
        assert_eq!(shown(Cell::Whole(-7)), "-7");
        assert_eq!(shown(Cell::Number(Hundredths(-1250))), "-12.5");
        assert_eq!(shown(None::<i64>.into()), "");
        assert_eq!([true, false].map(|flag| shown(Cell::Flag(flag))), ["Yes", "No"]);
        let instant: DateTime<Utc> = "2026-01-04T09:30:00.9Z".parse().unwrap();
        assert_eq!(shown(instant.into()), "2026-01-04 09:30:00");
        assert_eq!(shown(Cell::Day(instant.date_naive())), "2026-01-04");
    }
}
