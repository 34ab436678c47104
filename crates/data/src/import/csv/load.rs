//! Sends the files, one COPY each, so that a row may refer to a later row of its own file.

use sqlx::{Connection as _, PgConnection};

use super::{
    plan::Job,
    refusal::{self, Lines},
};
use crate::{
    Error, Loaded, Progress,
    copy::statement,
    error::Problems,
    import::source::{CsvFile, Row},
    tables,
};

/// Bytes that travel in one message.
const CHUNK_BYTES: usize = 2 << 20;

pub(super) async fn load(
    conn: &mut PgConnection,
    jobs: &[Job],
    rows: u64,
    progress: &Progress,
) -> Result<Loaded, Error> {
    progress.expect(rows);
    let mut tx = conn.begin().await?;
    tables::wait_for_turn(&mut tx).await?;
    // Times without an offset are UTC, and 01-02 is never a matter of the server's taste.
    for setting in ["SET LOCAL TimeZone = 'UTC'", "SET LOCAL DateStyle = 'ISO, YMD'"] {
        sqlx::query(setting).execute(&mut *tx).await?;
    }
    let mut loaded = Loaded::default();
    for job in jobs {
        progress.stage(job.table.clone());
        let sent = send(&mut tx, job, progress).await?;
        tables::reset_sequence(&mut tx, &job.table).await?;
        loaded.tables.push((job.table.clone(), sent));
    }
    progress.stage("committing");
    tx.commit().await?;
    let tables: Vec<&str> = jobs.iter().map(|job| job.table.as_str()).collect();
    tables::analyze(conn, &tables).await?;
    progress.finish();
    Ok(loaded)
}

async fn send(conn: &mut PgConnection, job: &Job, progress: &Progress) -> Result<u64, Error> {
    let columns: Vec<&str> = job.rules.iter().map(|rule| rule.column.as_str()).collect();
    let mut file = CsvFile::open(job.source.clone())?;
    // The values were looked at before; a file that changed since then fails here and is rolled back.
    let mut problems = Problems::default();
    let mut lines = Lines::default();
    let mut copy = conn.copy_in_raw(&statement(&job.table, &columns)).await?;
    let mut chunk = Vec::with_capacity(CHUNK_BYTES + CHUNK_BYTES / 8);
    let mut waiting = 0;
    loop {
        let row = file.next(&mut problems)?;
        if let Some(row) = row {
            lines.push(row.line());
            encode(row, job, &mut chunk);
            waiting += 1;
        }
        if chunk.len() >= CHUNK_BYTES || (row.is_none() && !chunk.is_empty()) {
            copy.send(chunk.as_slice()).await?;
            chunk.clear();
            progress.done(std::mem::take(&mut waiting));
        }
        if row.is_none() {
            break;
        }
    }
    problems.into_result()?;
    match copy.finish().await {
        Ok(sent) => Ok(sent),
        Err(error) => Err(refusal::explain(error, job, &lines)?),
    }
}

fn encode(row: Row<'_>, job: &Job, chunk: &mut Vec<u8>) {
    for (column, rule) in job.rules.iter().enumerate() {
        let (text, is_bare) = row.cell(column).unwrap_or_default();
        rule.encode(text, is_bare, chunk);
        chunk.push(b'\t');
    }
    if let Some(last) = chunk.last_mut() {
        *last = b'\n';
    }
}
