//! Files named after our tables, with our column names: `orders.csv`, `users.csv.gz`.
//!
//! `catalog` asks the database which tables and columns there are, `plan` holds the files against it, `check` looks at
//! every value, `load` sends the rows, and `refusal` finds the row that PostgreSQL itself refuses.

mod catalog;
mod check;
mod load;
mod plan;
mod refusal;
mod value;

use std::path::Path;

use sqlx::PgConnection;

use crate::{Error, Loaded, Progress};

/// Imports every file of a folder in one transaction, parents first.
///
/// Columns come from the headers; those a file leaves out keep their default. Nothing between two commas is NULL, or an
/// empty text where the column takes no NULL; `""` is an empty text. Times without a zone are UTC. Unknown files and
/// columns are refused before any row is read; broken rows are listed and nothing is imported. The sequences go on
/// behind the highest id afterwards.
pub async fn import(conn: &mut PgConnection, folder: &Path, progress: &Progress) -> Result<Loaded, Error> {
    let catalog = catalog::read(conn).await?;
    let jobs = plan::plan(folder, &catalog)?;
    progress.stage("checking the files");
    let rows = check::check(&jobs)?;
    load::load(conn, &jobs, rows, progress).await
}
