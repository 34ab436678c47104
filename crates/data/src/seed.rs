//! Demo data: three made-up websites with a business that grew over three years up to now.
//!
//! `plan` says who there is, `calendar` when orders come, `order` and `package` tell the story of each piece of work, and
//! `load` writes them down. A story follows from its number alone, so it is told twice, once for the sums that people's
//! rows carry and once for its rows, and memory stays small at any size.

mod batch;
mod calendar;
mod desk;
mod dice;
mod load;
mod notices;
mod order;
mod package;
mod people;
mod plan;
mod points;
mod setup;
mod size;
mod staff;
mod totals;
mod words;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

pub use self::{
    size::Size,
    staff::{Login, logins},
};
use crate::{Error, Outcome, Progress, tables};

/// Fills the database with demo data in one transaction, beside whatever is there.
///
/// The same size, `now` and starting ids give the same rows. Everything happens up to `now`, so that dashboards have
/// figures of today and of the last days. All seeded people have the password behind `password_hash`. When the websites
/// of an earlier seed are there, nothing is changed.
pub async fn seed(
    conn: &mut PgConnection,
    size: Size,
    now: DateTime<Utc>,
    password_hash: &str,
    progress: &Progress,
) -> Result<Outcome, Error> {
    tables::require(conn, &load::TABLES).await?;
    let outcome = match load::seed(conn, size, now, password_hash, progress).await? {
        Err(domains) => return Ok(Outcome::AlreadyThere { domains }),
        Ok(loaded) => Outcome::Loaded(loaded),
    };
    progress.stage("analysing");
    tables::analyze(conn, &load::TABLES).await?;
    progress.finish();
    Ok(outcome)
}

/// Domains of an earlier seed.
async fn there(conn: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    let domains: Vec<&str> = plan::SITES.iter().map(|site| site.domain).collect();
    tables::domains_among(conn, &domains).await
}
