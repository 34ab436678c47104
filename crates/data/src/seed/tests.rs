//! The small seed, looked at row by row without a database.

mod rows;
mod rules;
mod sums;
mod variety;
