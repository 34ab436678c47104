//! A CSV file as rows of named columns, with problems told by file, line and column.

use std::io::{BufReader, Read};

use super::{Malformed, Record, Records, SourceFile};
use crate::error::{Error, Problems, RowProblem};

/// An open file behind its header.
pub(crate) struct CsvFile {
    source: SourceFile,
    header: Vec<String>,
    /// Where the wanted columns are; all of them unless `want` was called.
    places: Vec<usize>,
    records: Records<BufReader<Box<dyn Read + Send>>>,
    record: Record,
}

impl CsvFile {
    /// Opens a file and reads its header, which is empty when the file is.
    pub(crate) fn open(source: SourceFile) -> Result<Self, Error> {
        let input =
            source.open().map_err(|reason| Error::Read { path: source.path.clone(), source: reason })?;
        let mut file = Self {
            source,
            header: Vec::new(),
            places: Vec::new(),
            records: Records::new(input),
            record: Record::default(),
        };
        if file.advance()? {
            let names =
                (0..file.record.len()).map(|index| file.record.text(index).map(str::trim).map(str::to_owned));
            file.header =
                names.collect::<Result<_, _>>().map_err(|_| file.broken_file("its header is not UTF-8"))?;
        }
        file.places = (0..file.header.len()).collect();
        Ok(file)
    }

    pub(crate) fn name(&self) -> &str {
        &self.source.name
    }

    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    /// Narrows the rows to these columns, in this order; the names that the header lacks otherwise.
    pub(crate) fn want<'n>(&mut self, columns: &[&'n str]) -> Result<(), Vec<&'n str>> {
        let place = |column: &&'n str| self.header.iter().position(|name| name == column).ok_or(*column);
        let (found, missing): (Vec<_>, Vec<_>) = columns.iter().map(place).partition(Result::is_ok);
        self.places = found.into_iter().flatten().collect();
        if missing.is_empty() { Ok(()) } else { Err(missing.into_iter().filter_map(Result::err).collect()) }
    }

    /// The next row with the right number of fields; the others are noted. `None` at the end, or when the list is full.
    pub(crate) fn next(&mut self, problems: &mut Problems) -> Result<Option<Row<'_>>, Error> {
        while self.advance()? {
            if problems.is_full() {
                problems.cut();
                break;
            }
            let (found, expected) = (self.record.len(), self.header.len());
            if found == expected {
                let Self { source, header, places, record, .. } = self;
                return Ok(Some(Row { file: &source.name, header, places, record }));
            }
            let reason = format!("{found} fields, the header has {expected}");
            problems.push(RowProblem { line: Some(self.record.line()), ..whole(&self.source.name, reason) });
        }
        Ok(None)
    }

    /// Quotes that do not match end the reading: nothing behind them can be trusted.
    fn advance(&mut self) -> Result<bool, Error> {
        let (line, reason) = match self.records.read(&mut self.record) {
            Ok(more) => return Ok(more),
            Err(Malformed::Io(source)) => return Err(Error::Read { path: self.source.path.clone(), source }),
            Err(Malformed::Unclosed { line }) => (line, "a quote is opened and never closed"),
            Err(Malformed::AfterQuote { line }) => (line, "text follows a closing quote"),
        };
        let mut problems = Problems::default();
        problems.push(RowProblem { line: Some(line), ..whole(&self.source.name, reason.to_owned()) });
        Err(Error::Rows(problems))
    }

    fn broken_file(&self, reason: &str) -> Error {
        Error::Files(vec![format!("{}: {reason}", self.source.name)])
    }
}

fn whole(file: &str, reason: String) -> RowProblem {
    RowProblem { file: file.to_owned(), line: None, column: None, reason }
}

/// One row; columns are counted as they were wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    file: &'a str,
    header: &'a [String],
    places: &'a [usize],
    record: &'a Record,
}

impl<'a> Row<'a> {
    pub(crate) fn line(&self) -> u64 {
        self.record.line()
    }

    /// The text of a field and whether nothing at all stands there.
    pub(crate) fn cell(&self, column: usize) -> Result<(&'a str, bool), String> {
        let place = self.places[column];
        let text = self.record.text(place).map_err(|_| "is not UTF-8".to_owned())?;
        if text.contains('\0') {
            return Err("has a zero byte".to_owned());
        }
        Ok((text, self.record.is_null(place)))
    }

    /// What `parse` makes of a field; `None` when it refuses, which is noted.
    pub(crate) fn read<T>(
        &self,
        column: usize,
        problems: &mut Problems,
        parse: impl FnOnce(&'a str) -> Result<T, String>,
    ) -> Option<T> {
        match self.cell(column).and_then(|(text, _)| parse(text)) {
            Ok(value) => Some(value),
            Err(reason) => {
                problems.push(self.problem(Some(column), reason));
                None
            }
        }
    }

    pub(crate) fn problem(&self, column: Option<usize>, reason: String) -> RowProblem {
        RowProblem {
            file: self.file.to_owned(),
            line: Some(self.line()),
            column: column.map(|column| self.header[self.places[column]].clone()),
            reason,
        }
    }
}
