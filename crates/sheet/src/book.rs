use std::io::Write;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::{Cell, Record};

/// The most rows a spreadsheet takes, its head aside.
pub const MOST_ROWS: u32 = 1_000_000;
/// Fast rather than small: the cells are many and alike.
const COMPRESSION: u8 = 1;

/// Why a spreadsheet cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// There are more than [`MOST_ROWS`].
    #[error("a spreadsheet has {MOST_ROWS} rows at most")]
    Full,
    /// The temporary file cannot be written, or a cell holds what none can.
    #[error("the spreadsheet cannot be written: {0}")]
    Unwritable(#[from] XlsxError),
}

/// A spreadsheet under way. Its rows wait in a temporary file, never in memory.
pub struct Book {
    workbook: Workbook,
    sheet: Worksheet,
    money: Format,
    rows: u32,
}

impl Book {
    /// One with the head of a table.
    ///
    /// # Errors
    /// When there can be no temporary file.
    pub fn new<R: Record<N>, const N: usize>() -> Result<Self, BookError> {
        let mut workbook = Workbook::new();
        workbook.set_zip_compression_level(COMPRESSION);
        let mut sheet = workbook.new_worksheet_with_constant_memory()?;
        for (column, name) in (0..).zip(R::COLUMNS) {
            sheet.write_string(0, column, name)?;
        }
        Ok(Self { workbook, sheet, money: Format::new().set_num_format("0.00"), rows: 0 })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn add(&mut self, cells: &[Cell]) -> Result<(), BookError> {
        if self.rows == MOST_ROWS {
            return Err(BookError::Full);
        }
        self.rows += 1;
        let (sheet, row) = (&mut self.sheet, self.rows);
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => continue,
                Cell::Whole(number) => sheet.write_number(row, column, double(*number))?,
                Cell::Money(cents) => {
                    sheet.write_number_with_format(row, column, double(*cents) / 100.0, &self.money)?
                }
                Cell::Number(number) => sheet.write_number(row, column, double(number.0) / 100.0)?,
                Cell::Text(_) | Cell::Instant(_) | Cell::Day(_) | Cell::Flag(_) => {
                    sheet.write_string(row, column, cell.shown())?
                }
            };
        }
        Ok(())
    }

    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(self, to: impl Write + Send) -> Result<(), BookError> {
        let Self { mut workbook, sheet, money: _, rows: _ } = self;
        workbook.push_worksheet(sheet);
        Ok(workbook.save_to_writer(to)?)
    }
}

#[expect(clippy::cast_precision_loss, reason = "spreadsheets have no other numbers; ours stay below 2^53")]
fn double(number: i64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::ZipArchive;

    use super::*;

    struct Line(Cell);

    impl Record<1> for Line {
        const COLUMNS: [&'static str; 1] = ["Only"];

        fn cells(self) -> [Cell; 1] {
            [self.0]
        }
    }

    #[test]
    fn texts_are_texts_and_numbers_are_numbers() {
        let mut book = Book::new::<Line, 1>().unwrap();
        for cell in ["=1+1".into(), "a<b&c".into(), Cell::Money(-1250), Cell::Whole(7), Cell::Flag(true)] {
            book.add(&Line(cell).cells()).unwrap();
        }
        let mut file = Cursor::new(Vec::new());
        book.save(&mut file).unwrap();
        let mut sheet = String::new();
        let mut archive = ZipArchive::new(file).unwrap();
        archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        let text = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        for cell in [
            text("A1", "Only"),
            text("A2", "'=1+1"),
            text("A3", "a&lt;b&amp;c"),
            "<v>-12.5</v>".to_owned(),
            "<c r=\"A5\"><v>7</v></c>".to_owned(),
            text("A6", "Yes"),
        ] {
            assert!(sheet.contains(&cell), "{cell} is not in {sheet}");
        }
        assert!(!sheet.contains("<f>"), "{sheet}");
    }

    #[test]
    fn the_row_too_many_is_refused() {
        let mut book = Book::new::<Line, 1>().unwrap();
        book.rows = MOST_ROWS - 1;
        assert!(book.add(&[Cell::Whole(1)]).is_ok());
        assert!(matches!(book.add(&[Cell::Whole(1)]), Err(BookError::Full)));
    }
}
