//! The vocabulary every crate shares: time, spans of time, money, exact ratios. No I/O, no framework.

mod calendar;
mod clock;
mod exact;
mod money;
mod period;
mod series;

pub use self::{
    calendar::{first_of_month, first_of_year, midnight, monday_of},
    clock::Clock,
    exact::Hundredths,
    money::{Money, MoneyError},
    period::Period,
    series::Span,
};
