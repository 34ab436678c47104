//! Tables as files to keep: what a cell holds, and how CSV and spreadsheets write it.

mod book;
mod cell;
pub mod csv;

pub use self::{
    book::{Book, BookError, MOST_ROWS},
    cell::Cell,
};

/// A row of a table with `N` columns.
pub trait Record<const N: usize> {
    /// The names of the columns, in order.
    const COLUMNS: [&'static str; N];

    /// What the row has in each of them.
    fn cells(self) -> [Cell; N];
}
