//! Looks at every value before the first row is sent.

use super::plan::Job;
use crate::{
    error::{Error, Problems},
    import::source::CsvFile,
};

/// How many rows come; `Error::Rows` when one does not parse.
pub(super) fn check(jobs: &[Job]) -> Result<u64, Error> {
    let mut problems = Problems::default();
    let mut rows = 0;
    for job in jobs {
        let mut file = CsvFile::open(job.source.clone())?;
        while let Some(row) = file.next(&mut problems)? {
            rows += 1;
            for (column, rule) in job.rules.iter().enumerate() {
                let checked = row.cell(column).and_then(|(text, is_bare)| rule.check(text, is_bare));
                if let Err(reason) = checked {
                    problems.push(row.problem(Some(column), reason));
                }
            }
        }
    }
    problems.into_result()?;
    Ok(rows)
}
