//! Rows on their way into a file. None of them stays in memory.

use std::io::{BufWriter, Write as _};

use axum::body::Body;
use tally_db::{Batches, DbErr};
use tally_http::{ApiError, ApiResult, FileKind, invalid_param};
use tally_sheet::{Book, BookError, MOST_ROWS, Record, csv};
use tokio::task::{JoinError, spawn_blocking};

use super::{
    log::{Exported, Log},
    outgoing::{Left, Outgoing},
};

/// Bytes of a spreadsheet that are sent together.
const CHUNK: usize = 64 << 10;

/// Why a file is not whole.
#[derive(Debug, thiserror::Error)]
enum Stopped {
    #[error("the caller left")]
    Left,
    #[error("{0}")]
    Database(#[from] DbErr),
    #[error("{0}")]
    Book(#[from] BookError),
    #[error("{0}")]
    Panicked(#[from] JoinError),
}

impl From<Left> for Stopped {
    fn from(Left: Left) -> Self {
        Self::Left
    }
}

impl From<Stopped> for ApiError {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Database(error) => error.into(),
            Stopped::Book(BookError::Full) => {
                invalid_param("format", format!("xlsx holds {MOST_ROWS} rows at most; csv holds any number"))
            }
            stopped => Self::internal(stopped),
        }
    }
}

/// Sends rows while they are read.
pub(super) async fn csv<S, const N: usize>(what: Exported, mut rows: S, log: Log) -> ApiResult<Body>
where
    S: Batches<Row: Record<N>>,
{
    let first = rows.next().await?;
    let (outgoing, body) = Outgoing::start();
    tokio::spawn(async move {
        let mut sent = 0;
        let ended = lines(first, rows, &outgoing, &mut sent).await;
        end(outgoing, ended, async |whole| log.write(what, FileKind::Csv, sent, whole).await).await;
    });
    Ok(body)
}

/// Counts in `sent` what the caller was given, however it ends.
async fn lines<S, const N: usize>(
    first: Vec<S::Row>,
    mut rows: S,
    outgoing: &Outgoing,
    sent: &mut usize,
) -> Result<(), Stopped>
where
    S: Batches<Row: Record<N>>,
{
    let (mut text, mut batch) = (String::new(), first);
    csv::head::<S::Row, N>(&mut text);
    while !batch.is_empty() {
        let count = batch.len();
        for row in batch {
            csv::line(&mut text, &row.cells());
        }
        outgoing.send(std::mem::take(&mut text)).await?;
        *sent += count;
        batch = rows.next().await?;
    }
    if !text.is_empty() {
        outgoing.send(text).await?;
    }
    Ok(())
}

/// Reads every row before it sends the first byte: only then is it known whether a spreadsheet holds them.
pub(super) async fn xlsx<S, const N: usize>(what: Exported, rows: S, log: Log) -> ApiResult<Body>
where
    S: Batches<Row: Record<N>>,
{
    let (book, count) = book(rows).await?;
    let (outgoing, body) = Outgoing::start();
    tokio::spawn(async move {
        let saving = spawn_blocking(move || {
            let saved = save(book, &outgoing);
            (outgoing, saved)
        });
        match saving.await {
            Ok((outgoing, saved)) => {
                end(outgoing, saved, async |whole| log.write(what, FileKind::Xlsx, count, whole).await).await;
            }
            Err(panicked) => tracing::error!(%panicked, "a spreadsheet was not sent"),
        }
    });
    Ok(body)
}

async fn book<S, const N: usize>(mut rows: S) -> Result<(Book, usize), Stopped>
where
    S: Batches<Row: Record<N>>,
{
    let (mut book, mut count) = (Book::new::<S::Row, N>()?, 0);
    loop {
        let batch = rows.next().await?;
        if batch.is_empty() {
            return Ok((book, count));
        }
        count += batch.len();
        let adding = spawn_blocking(move || {
            batch.into_iter().try_for_each(|row| book.add(&row.cells()))?;
            Ok::<_, BookError>(book)
        });
        book = adding.await??;
    }
}

fn save(book: Book, outgoing: &Outgoing) -> Result<(), Stopped> {
    let mut to = BufWriter::with_capacity(CHUNK, outgoing);
    book.save(&mut to)?;
    to.flush().map_err(|_| Stopped::Left)
}

/// Has it written down what was sent; only then is the file whole.
async fn end(
    outgoing: Outgoing,
    ended: Result<(), Stopped>,
    write_down: impl AsyncFnOnce(bool) -> Result<(), DbErr>,
) {
    if let Err(stopped) = &ended {
        tracing::warn!(%stopped, "a file was not sent whole");
    }
    match write_down(ended.is_ok()).await {
        Ok(()) if ended.is_ok() => outgoing.finish().await,
        Ok(()) => {}
        Err(error) => tracing::error!(%error, "an export could not be written down"),
    }
}
