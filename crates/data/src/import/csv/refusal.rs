//! From PostgreSQL's refusal back to the line of the file.

use sqlx::postgres::PgDatabaseError;

use super::plan::Job;
use crate::{
    error::{Error, Problems, RowProblem},
    import::source::CsvFile,
};

/// Lines on which the rows of a file begin. Rows of one line each need no memory.
#[derive(Debug, Default)]
pub(super) struct Lines {
    rows: u64,
    /// Row from which on the line is the row's number plus this.
    shifts: Vec<(u64, u64)>,
}

impl Lines {
    pub(super) fn push(&mut self, line: u64) {
        self.rows += 1;
        let shift = line.saturating_sub(self.rows);
        if self.shifts.last().is_none_or(|(_, last)| *last != shift) {
            self.shifts.push((self.rows, shift));
        }
    }

    /// The line of the n-th row, counted from 1.
    fn of(&self, row: u64) -> Option<u64> {
        let later = self.shifts.partition_point(|(first, _)| *first <= row);
        let (_, shift) = self.shifts.get(later.checked_sub(1)?)?;
        (row <= self.rows).then_some(row + shift)
    }
}

/// Where COPY was: row, and column if it was inside one.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    row: u64,
    column: Option<String>,
}

/// The refusal as broken rows; the error itself when it is none of a row's making.
pub(super) fn explain(error: sqlx::Error, job: &Job, lines: &Lines) -> Result<Error, Error> {
    let Some(refusal) =
        error.as_database_error().and_then(|error| error.try_downcast_ref::<PgDatabaseError>())
    else {
        return Ok(Error::Database(error));
    };
    // Class 22 is data that cannot be read, class 23 a broken constraint.
    if !refusal.code().starts_with("22") && !refusal.code().starts_with("23") {
        return Ok(Error::Database(error));
    }
    let place = refusal.r#where().and_then(|context| place(context, &job.table));
    let reason = reason(refusal);
    if let (None, Some((columns, values))) = (&place, refusal.detail().and_then(key)) {
        return rows_with(job, &columns, &values, &reason).map(Error::Rows);
    }
    let mut problems = Problems::default();
    problems.push(RowProblem {
        file: job.source.name.clone(),
        line: place.as_ref().and_then(|place| lines.of(place.row)),
        column: place.and_then(|place| place.column),
        reason,
    });
    Ok(Error::Rows(problems))
}

fn reason(refusal: &PgDatabaseError) -> String {
    match refusal.detail() {
        // The failing row, in full, is what the file shows better.
        Some(detail) if !detail.starts_with("Failing row") => format!("{}. {detail}", refusal.message()),
        _ => refusal.message().to_owned(),
    }
}

/// Reads `COPY orders, line 5, column status: "x"`.
fn place(context: &str, table: &str) -> Option<Place> {
    let rest = context
        .lines()
        .find_map(|line| line.strip_prefix("COPY ")?.strip_prefix(table))?
        .strip_prefix(", line ")?;
    let end = rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
    let row = rest[..end].parse().ok()?;
    let column =
        rest[end..].strip_prefix(", column ").map(|rest| rest.split(':').next().unwrap_or(rest).to_owned());
    Some(Place { row, column })
}

/// Reads `Key (order_id, user_id)=(5, 7) is not present in table "orders".`
fn key(detail: &str) -> Option<(Vec<String>, Vec<String>)> {
    let (columns, rest) = detail.strip_prefix("Key (")?.split_once(")=(")?;
    let (values, _) = rest.split_once(") is not present")?;
    let list = |text: &str| text.split(", ").map(str::to_owned).collect::<Vec<_>>();
    Some((list(columns), list(values)))
}

/// A foreign key is checked after the last row, so PostgreSQL names the value and we look for it.
fn rows_with(job: &Job, columns: &[String], values: &[String], reason: &str) -> Result<Problems, Error> {
    let place = |name: &String| job.rules.iter().position(|rule| rule.column == *name);
    let places: Vec<usize> = columns.iter().filter_map(place).collect();
    let mut problems = Problems::default();
    let mut file = CsvFile::open(job.source.clone())?;
    while let Some(row) = file.next(&mut problems)? {
        let has_value =
            |(place, value): (&usize, &String)| row.cell(*place).is_ok_and(|(text, _)| is_same(text, value));
        if places.len() == values.len() && places.iter().zip(values).all(has_value) {
            problems.push(row.problem(places.first().copied(), reason.to_owned()));
        }
    }
    if problems.list().is_empty() {
        let file = job.source.name.clone();
        problems.push(RowProblem {
            file,
            line: None,
            column: columns.first().cloned(),
            reason: reason.to_owned(),
        });
    }
    Ok(problems)
}

/// `007` in the file is 7 in the database.
fn is_same(text: &str, value: &str) -> bool {
    text == value || text.parse::<i64>().is_ok_and(|number| value.parse() == Ok(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_behind_fields_of_several_lines() {
        let mut lines = Lines::default();
        for line in [2, 3, 7, 8, 20] {
            lines.push(line);
        }
        assert_eq!(
            (1..=6).map(|row| lines.of(row)).collect::<Vec<_>>(),
            [Some(2), Some(3), Some(7), Some(8), Some(20), None]
        );
        assert_eq!(lines.shifts.len(), 3);
        assert_eq!(lines.of(0), None);
    }

    #[test]
    fn the_place_is_read_from_the_context() {
        let found = |context| place(context, "orders").map(|place| (place.row, place.column));
        assert_eq!(found("COPY orders, line 5, column status: \"a: b\""), Some((5, Some("status".into()))));
        assert_eq!(found("COPY orders, line 12: \"1\t2\""), Some((12, None)));
        assert_eq!(found("COPY orders, line 3"), Some((3, None)));
        assert_eq!(
            found("JSON data, line 1: {\nCOPY orders, line 4, column flags: \"{\""),
            Some((4, Some("flags".into())))
        );
        assert_eq!(found("SQL statement \"SELECT 1\""), None);
        assert_eq!(found("COPY orders_old, line 3"), None);
    }

    #[test]
    fn the_key_is_read_from_the_detail() {
        let detail = "Key (order_id, user_id)=(5, 7) is not present in table \"orders\".";
        assert_eq!(
            key(detail),
            Some((vec!["order_id".into(), "user_id".into()], vec!["5".into(), "7".into()]))
        );
        assert_eq!(key("Key (email)=(a@b.example) already exists."), None);
        assert!(is_same("007", "7") && !is_same("70", "7"));
    }
}
