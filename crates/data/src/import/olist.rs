//! The public Olist data set of a Brazilian marketplace, as a marketplace of ours.
//!
//! `files` finds them, `read` checks every row, `market` puts them in order, `map` makes our rows, `load` sends them.

mod files;
mod load;
mod map;
mod market;
mod parse;
mod read;
mod records;

#[cfg(test)]
mod tests;

use std::path::Path;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use self::{files::Files, market::Market};
use crate::{Error, Outcome, Progress, tables};

/// Every website of an import has a domain that ends like this.
const DOMAINS: &str = "%.olist.example";

/// Imports the files of a folder in one transaction, beside whatever is there.
///
/// `as_of` is the time the data set is looked at: it decides which installments count as paid. When websites of an
/// earlier import are there, nothing is read or changed. A missing file or column is refused before any row is read;
/// rows that do not parse or break a rule are listed, and nothing is imported.
pub async fn import(
    conn: &mut PgConnection,
    folder: &Path,
    as_of: DateTime<Utc>,
    progress: &Progress,
) -> Result<Outcome, Error> {
    tables::require(conn, &load::TABLES).await?;
    let domains = tables::domains_like(conn, DOMAINS).await?;
    if !domains.is_empty() {
        return Ok(Outcome::AlreadyThere { domains });
    }
    progress.stage("reading the files");
    let records = read::read(Files::open(folder)?)?;
    load::load(conn, &Market::new(records, as_of), as_of, progress).await
}
