//! Rows to PostgreSQL by COPY, in chunks.

mod field;
mod sink;

pub(crate) use self::{
    field::Field,
    sink::{Sink, copy_rows},
};

/// A row of one table, with the columns that loaders write. What is left out keeps its default.
pub(crate) trait Row {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];

    /// Appends one line of COPY text, its line feed included.
    fn encode(&self, out: &mut Vec<u8>);
}

/// `COPY table (columns) FROM STDIN`
pub(crate) fn statement(table: &str, columns: &[impl AsRef<str>]) -> String {
    let columns: Vec<String> = columns.iter().map(|column| quoted(column.as_ref())).collect();
    format!("COPY {} ({}) FROM STDIN", quoted(table), columns.join(", "))
}

/// An SQL identifier.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted() {
        assert_eq!(statement("a\"b", &["type", "id"]), r#"COPY "a""b" ("type", "id") FROM STDIN"#);
    }
}
