//! CSV files on disk, plain or compressed.

mod folder;
mod record;
mod rows;

pub(crate) use self::{
    folder::{Folder, SourceFile},
    record::{Malformed, Record, Records},
    rows::{CsvFile, Row},
};
