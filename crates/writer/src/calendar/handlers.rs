pub(crate) mod calendar;
pub(crate) mod export;
mod range;
