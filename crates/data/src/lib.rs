//! Data that arrives in bulk: a public marketplace, tables as CSV files, demo data.
//!
//! Each loader is one function over one connection and one transaction: either every row arrives or none does.
//! Rows travel by COPY in chunks, so the same code serves a PostgreSQL server and the embedded one.

mod copy;
mod error;
mod rows;
mod tables;

pub mod import;
pub mod progress;
pub mod seed;

pub use self::{
    error::{Error, Problems, RowProblem},
    progress::Progress,
};

/// How a load ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The rows are there.
    Loaded(Loaded),
    /// An earlier run left these websites, so nothing was changed.
    AlreadyThere {
        /// Domains of the websites that were found, in alphabetical order.
        domains: Vec<String>,
    },
}

/// What a load brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Tables and their new rows, in the order they were loaded.
    pub tables: Vec<(String, u64)>,
    /// Reviews left out because a later one of the same order exists.
    pub superseded_reviews: u64,
}

impl Loaded {
    /// Counts rows that came to a table, which may come in several parts.
    pub(crate) fn add(&mut self, table: String, rows: u64) {
        match self.tables.iter_mut().find(|(name, _)| *name == table) {
            Some((_, sum)) => *sum += rows,
            None => self.tables.push((table, rows)),
        }
    }

    /// New rows of one table, 0 when it was not loaded.
    pub fn rows_of(&self, table: &str) -> u64 {
        self.tables.iter().find(|(name, _)| name == table).map_or(0, |(_, rows)| *rows)
    }
}
