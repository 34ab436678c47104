//! CSV records with the line they begin on, and with the difference between an empty and a quoted empty field.
//!
//! The difference is PostgreSQL's own: `,,` is NULL and `,"",` is an empty text. Lines are counted as an editor counts
//! them, also behind fields of several lines, blank lines and Windows line ends.

use std::{
    io::{self, BufRead},
    str::Utf8Error,
};

/// One record, reused between reads.
#[derive(Debug, Default)]
pub(crate) struct Record {
    line: u64,
    text: Vec<u8>,
    fields: Vec<Span>,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    end: usize,
    is_quoted: bool,
}

impl Record {
    /// Line on which the record begins, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    pub(crate) fn len(&self) -> usize {
        self.fields.len()
    }

    /// Text of a field; it is empty behind the last one.
    pub(crate) fn text(&self, index: usize) -> Result<&str, Utf8Error> {
        let start =
            index.checked_sub(1).and_then(|before| self.fields.get(before)).map_or(0, |span| span.end);
        let end = self.fields.get(index).map_or(start, |span| span.end);
        std::str::from_utf8(&self.text[start..end])
    }

    /// Nothing between two commas, not even quotes.
    pub(crate) fn is_null(&self, index: usize) -> bool {
        let start =
            index.checked_sub(1).and_then(|before| self.fields.get(before)).map_or(0, |span| span.end);
        self.fields.get(index).is_none_or(|span| span.end == start && !span.is_quoted)
    }

    fn close_field(&mut self, is_quoted: bool) {
        self.fields.push(Span { end: self.text.len(), is_quoted });
    }
}

/// Why a record cannot be read.
#[derive(Debug)]
pub(crate) enum Malformed {
    Io(io::Error),
    /// The file ends inside quotes that were opened on this line.
    Unclosed {
        line: u64,
    },
    /// Something other than a comma follows a closing quote.
    AfterQuote {
        line: u64,
    },
}

enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quote inside quotes: the end of the field, or half of an escaped quote.
    Closing,
}

/// Reads records one by one.
#[derive(Debug)]
pub(crate) struct Records<R> {
    input: R,
    /// Lines read so far.
    lines: u64,
    buffer: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, lines: 0, buffer: Vec::new() }
    }

    /// Fills `record` with the next one; false at the end of the file.
    pub(crate) fn read(&mut self, record: &mut Record) -> Result<bool, Malformed> {
        record.text.clear();
        record.fields.clear();
        loop {
            if !self.next_line()? {
                return Ok(false);
            }
            if !content(&self.buffer).is_empty() {
                break;
            }
        }
        record.line = self.lines;
        let mut state = State::Start;
        loop {
            let line = content(&self.buffer);
            state = split(line, state, record).ok_or(Malformed::AfterQuote { line: self.lines })?;
            if !matches!(state, State::Quoted) {
                record.close_field(matches!(state, State::Closing));
                return Ok(true);
            }
            // The line end is inside quotes, so it is text and the record goes on.
            record.text.extend_from_slice(&self.buffer[line.len()..]);
            if !self.next_line()? {
                return Err(Malformed::Unclosed { line: record.line });
            }
        }
    }

    fn next_line(&mut self) -> Result<bool, Malformed> {
        self.buffer.clear();
        let read = self.input.read_until(b'\n', &mut self.buffer).map_err(Malformed::Io)?;
        if self.lines == 0 && self.buffer.starts_with(b"\xEF\xBB\xBF") {
            self.buffer.drain(..3);
        }
        self.lines += u64::from(read > 0);
        Ok(read > 0)
    }
}

/// A line without its end.
fn content(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Adds what one line without its end holds, and says where it stopped; `None` for text behind a closing quote.
fn split(line: &[u8], mut state: State, record: &mut Record) -> Option<State> {
    for &byte in line {
        state = match (state, byte) {
            (State::Start, b'"') => State::Quoted,
            (State::Closing, b'"') => {
                record.text.push(b'"');
                State::Quoted
            }
            (State::Quoted, b'"') => State::Closing,
            (State::Quoted, _) => {
                record.text.push(byte);
                State::Quoted
            }
            (State::Closing, b',') => {
                record.close_field(true);
                State::Start
            }
            (State::Closing, _) => return None,
            (State::Start | State::Plain, b',') => {
                record.close_field(false);
                State::Start
            }
            (State::Start | State::Plain, _) => {
                record.text.push(byte);
                State::Plain
            }
        };
    }
    Some(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, fields and which of them are NULL.
    fn read(text: &str) -> Vec<(u64, Vec<String>, Vec<bool>)> {
        let mut records = Records::new(text.as_bytes());
        let mut record = Record::default();
        let mut all = Vec::new();
        while records.read(&mut record).unwrap() {
            let fields = (0..record.len()).map(|index| record.text(index).unwrap().to_owned()).collect();
            let nulls = (0..record.len()).map(|index| record.is_null(index)).collect();
            all.push((record.line(), fields, nulls));
        }
        all
    }

    fn lines(text: &str) -> Vec<u64> {
        read(text).into_iter().map(|(line, ..)| line).collect()
    }

    fn fields(text: &str) -> Vec<String> {
        read(text).remove(0).1
    }

    #[test]
    fn quotes_commas_and_line_ends_inside_quotes_belong_to_the_field() {
        assert_eq!(fields("a,\"b,\"\"c\"\"\",d"), ["a", "b,\"c\"", "d"]);
        assert_eq!(fields("\"a\nb\r\n\nc\",d\n"), ["a\nb\r\n\nc", "d"]);
        assert_eq!(fields("\"\"\"\",5\" wide"), ["\"", "5\" wide"]);
        assert_eq!(fields("a,\"b\"\r\n"), ["a", "b"]);
    }

    #[test]
    fn empty_is_null_and_quoted_empty_is_not() {
        let (_, fields, nulls) = read("a,,\"\",").remove(0);
        assert_eq!(fields, ["a", "", "", ""]);
        assert_eq!(nulls, [false, true, false, true]);
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        assert_eq!(lines("h\na\nb\n"), [1, 2, 3]);
        assert_eq!(lines("h\r\na\r\nb"), [1, 2, 3]);
        assert_eq!(lines("h\n\n\r\na\n"), [1, 4]);
        assert_eq!(lines("h,i\n\"x\ny\n\",1\nz,2\n"), [1, 2, 5]);
        assert_eq!(lines("h,i\r\n\"x\r\n\r\ny\",1\r\nz,2\r\n"), [1, 2, 5]);
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(fields("\u{feff}id,name\n"), ["id", "name"]);
    }

    #[test]
    fn broken_quotes_are_named_by_line() {
        let fail = |text: &str| {
            let mut records = Records::new(text.as_bytes());
            let mut record = Record::default();
            loop {
                match records.read(&mut record) {
                    Ok(true) => {}
                    Ok(false) => panic!("read to the end"),
                    Err(reason) => return reason,
                }
            }
        };
        assert!(matches!(fail("h\na\n\"b\nc\n"), Malformed::Unclosed { line: 3 }));
        assert!(matches!(fail("h\n\"a\nb\"c\n"), Malformed::AfterQuote { line: 3 }));
    }

    #[test]
    fn text_must_be_utf8() {
        let mut record = Record::default();
        assert!(Records::new(&b"a,\xff,c"[..]).read(&mut record).unwrap());
        assert!(record.text(1).is_err());
        assert_eq!(record.text(2).unwrap(), "c");
    }
}
