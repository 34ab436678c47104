//! Figures that several answers send.

use tally_entity::{UserId, writer_level};
use tally_http::Decimal;
use tally_kernel::Hundredths;

use crate::{
    formulas::progress::{Progress, Record, progress},
    level::repository::ladder,
};

/// Hundredths as a number.
pub(super) fn number(hundredths: i64) -> Decimal {
    Hundredths(hundredths).into()
}

/// What a writer calls a client.
pub(super) fn client_name(client: UserId) -> String {
    format!("Client #{client}")
}

/// The level after `own`, and how near it is.
pub(crate) fn next<'a>(
    levels: &'a [writer_level::Model],
    own: Option<&writer_level::Model>,
    record: &Record,
) -> Option<(&'a writer_level::Model, Progress)> {
    let level = ladder::next(levels, own)?;
    Some((level, progress(record, &ladder::requirements(level))))
}
