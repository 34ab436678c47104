//! A file that is sent while it is written.

use std::{io, time::Duration};

use axum::body::{Body, Bytes};
use futures::stream;
use tokio::{runtime::Handle, sync::mpsc, time::timeout};

/// Chunks that wait to be taken.
const AHEAD: usize = 2;
/// Somebody who takes nothing for so long has left; a statement must not wait for him.
const PATIENCE: Duration = Duration::from_mins(1);

/// The writing end. The file is whole once [`Outgoing::finish`] says so; whatever else becomes of this end, an
/// error or a panic, breaks the connection, so that nobody takes a part for the whole.
pub(super) struct Outgoing(mpsc::Sender<Option<Bytes>>);

/// Nobody takes the file any more.
#[derive(Debug)]
pub(super) struct Left;

impl Outgoing {
    /// Both ends.
    pub(super) fn start() -> (Self, Body) {
        let (sender, chunks) = mpsc::channel(AHEAD);
        let body = stream::try_unfold(chunks, async |mut chunks: mpsc::Receiver<Option<Bytes>>| match chunks
            .recv()
            .await
        {
            Some(chunk) => Ok(chunk.map(|chunk| (chunk, chunks))),
            None => Err(io::Error::other("the rest of the file could not be written")),
        });
        (Self(sender), Body::from_stream(body))
    }

    /// Waits until there is room.
    pub(super) async fn send(&self, chunk: impl Into<Bytes>) -> Result<(), Left> {
        self.put(Some(chunk.into())).await
    }

    /// Nothing is missing.
    pub(super) async fn finish(self) {
        // Whoever left does not want to know.
        drop(self.put(None).await);
    }

    async fn put(&self, chunk: Option<Bytes>) -> Result<(), Left> {
        timeout(PATIENCE, self.0.send(chunk)).await.map_err(|_| Left)?.map_err(|_| Left)
    }
}

/// For writers that block, on a thread where that is right.
impl io::Write for &Outgoing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = Handle::current().block_on(self.send(bytes.to_vec()));
        sent.map(|()| bytes.len()).map_err(|Left| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
