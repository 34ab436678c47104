//! How full a writer's desk is.

use chrono::{DateTime, TimeDelta, Utc};
use tally_kernel::Hundredths;

use crate::{
    formulas::exact::{percent, tenths},
    repository::profile::Profile,
    work::repository::workload_capacity::WorkOrder,
};

/// An order due within so many hours presses, within half of them it presses hard.
pub(super) const URGENT: TimeDelta = TimeDelta::hours(24);
pub(super) const CRITICAL: TimeDelta = TimeDelta::hours(12);
/// Hundredths of a percent from which a desk is nearly full.
const NEAR: i64 = 8_000;
pub(super) const HIGH: i64 = 9_000;
const PAGES_PER_HOUR: i64 = 2;
const HOURS_PER_DAY: i64 = 8;

/// A desk in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Load {
    pub(super) current: i64,
    pub(super) most: i64,
    pub(super) pages: i64,
    pub(super) urgent: i64,
    pub(super) is_available: bool,
}

impl Load {
    pub(super) fn new(profile: &Profile, orders: &[WorkOrder], now: DateTime<Utc>) -> Self {
        let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
        let presses = |order: &&WorkOrder| order.due.is_some_and(|due| due >= now && due - now < URGENT);
        Self {
            current: count(orders.len()),
            most: profile.limit().into(),
            pages: orders.iter().map(|order| i64::from(order.number_of_pages)).sum(),
            urgent: count(orders.iter().filter(presses).count()),
            is_available: profile.is_available(),
        }
    }

    /// One decimal; a desk that takes nothing is full.
    pub(super) fn percentage(&self) -> Hundredths {
        if self.most == 0 { Hundredths(10_000) } else { percent(self.current, self.most) }
    }

    pub(super) fn is_full(&self) -> bool {
        self.current >= self.most
    }

    pub(super) fn is_nearly_full(&self) -> bool {
        self.percentage().0 >= NEAR
    }

    pub(super) fn free(&self) -> i64 {
        (self.most - self.current).max(0)
    }

    pub(super) fn health(&self) -> &'static str {
        match self.percentage().0 {
            _ if self.is_full() => "overloaded",
            HIGH.. => "high",
            7_000.. => "moderate",
            5_000.. => "comfortable",
            _ => "light",
        }
    }

    pub(super) fn availability(&self) -> &'static str {
        match self {
            load if load.is_full() => "at_capacity",
            load if load.percentage().0 >= HIGH => "near_capacity",
            load if load.urgent > 0 => "busy",
            load if load.is_available => "available",
            _ => "unavailable",
        }
    }

    pub(super) fn hours(&self) -> Hundredths {
        tenths(self.pages, PAGES_PER_HOUR)
    }

    pub(super) fn days(&self) -> Hundredths {
        tenths(self.pages, PAGES_PER_HOUR * HOURS_PER_DAY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(current: i64, most: i64) -> Load {
        Load { current, most, pages: 0, urgent: 0, is_available: true }
    }

    #[test]
    fn a_desk_has_five_states() {
        let health = |current| load(current, 20).health();
        assert_eq!(
            [9, 10, 13, 14, 17, 18, 19, 20, 21].map(health),
            [
                "light",
                "comfortable",
                "comfortable",
                "moderate",
                "moderate",
                "high",
                "high",
                "overloaded",
                "overloaded",
            ]
        );
        assert_eq!((load(0, 0).health(), load(0, 0).percentage()), ("overloaded", Hundredths(10_000)));
        assert_eq!(load(1, 3).percentage(), Hundredths(3_330));
        assert_eq!([load(15, 20), load(16, 20)].map(|load| load.is_nearly_full()), [false, true]);
    }

    #[test]
    fn what_stands_against_more_work_is_named_in_order() {
        let of =
            |current, urgent, is_available| Load { urgent, is_available, ..load(current, 10) }.availability();
        assert_eq!(of(10, 1, false), "at_capacity");
        assert_eq!(of(9, 1, false), "near_capacity");
        assert_eq!(of(8, 1, false), "busy");
        assert_eq!(of(8, 0, true), "available");
        assert_eq!(of(0, 0, false), "unavailable");
    }

    #[test]
    fn a_page_takes_half_an_hour_and_a_day_has_eight() {
        let of = |pages| Load { pages, ..load(1, 2) };
        assert_eq!((of(81).hours(), of(81).days()), (Hundredths(4_050), Hundredths(510)));
    }
}
