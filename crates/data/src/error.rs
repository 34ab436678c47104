//! Why a load was refused, and what to do about it.

use std::{fmt, io, path::PathBuf};

/// Broken rows that are listed before a loader stops reading.
const LISTED: usize = 50;

/// Whatever the reason, nothing was loaded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder or one of its files cannot be read.
    #[error("cannot read {}: {source}. Check the path and its permissions.", path.display())]
    Read {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Files or columns are missing, unknown or named twice; one sentence each.
    #[error("The files do not fit, so nothing was read:\n  {}\nPut this right and run the import again.", .0.join("\n  "))]
    Files(Vec<String>),
    /// Rows that do not parse or break a rule.
    #[error("Nothing was imported, because of these rows:\n{0}\nCorrect them and run the import again.")]
    Rows(Problems),
    /// Tables are missing in the database.
    #[error("The database has no table {}. Run `migration up` first.", .0.join(", "))]
    NotMigrated(Vec<String>),
    /// The connection failed or PostgreSQL refused a statement.
    #[error(
        "The database refused, so nothing was loaded: {0}. Check the connection and that `migration up` has run."
    )]
    Database(#[from] sqlx::Error),
}

/// One row that cannot be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// File name without its folder.
    pub file: String,
    /// Line on which the row begins, from 1; `None` when PostgreSQL does not say.
    pub line: Option<u64>,
    /// Column of the file; `None` when the whole row is meant.
    pub column: Option<String>,
    /// What is wrong, in words.
    pub reason: String,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// The first broken rows, in reading order; at most 50.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    list: Vec<RowProblem>,
    cut: bool,
}

impl Problems {
    /// The rows that are listed.
    pub fn list(&self) -> &[RowProblem] {
        &self.list
    }

    /// Whether reading stopped at the limit, so that more broken rows may exist.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    pub(crate) fn push(&mut self, problem: RowProblem) {
        if self.is_full() {
            self.cut();
        } else {
            self.list.push(problem);
        }
    }

    /// More rows exist than were looked at.
    pub(crate) fn cut(&mut self) {
        self.cut = true;
    }

    /// A full list ends the reading: the rest would not be shown.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() == LISTED
    }

    pub(crate) fn into_result(self) -> Result<(), Error> {
        if self.list.is_empty() { Ok(()) } else { Err(Error::Rows(self)) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.list.iter().enumerate() {
            let separator = if index == 0 { "  " } else { "\n  " };
            write!(f, "{separator}{problem}")?;
        }
        if self.cut {
            write!(f, "\n  … reading stopped here; there may be more")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(line: u64) -> RowProblem {
        RowProblem {
            file: "orders.csv".into(),
            line: Some(line),
            column: Some("price".into()),
            reason: "no amount".into(),
        }
    }

    #[test]
    fn the_fifty_first_problem_is_not_listed_but_known() {
        let mut problems = Problems::default();
        (1..=50).for_each(|line| problems.push(problem(line)));
        assert!(problems.is_full() && !problems.is_cut());

        problems.push(problem(51));

        assert_eq!((problems.list().len(), problems.is_cut()), (50, true));
        assert!(problems.to_string().ends_with("there may be more"));
    }

    #[test]
    fn a_problem_reads_as_one_line() {
        assert_eq!(problem(7).to_string(), "orders.csv, line 7, column price: no amount");
        let whole = RowProblem { line: None, column: None, ..problem(7) };
        assert_eq!(whole.to_string(), "orders.csv: no amount");
    }

    #[test]
    fn no_problem_is_no_error() {
        assert!(Problems::default().into_result().is_ok());
    }
}
