use std::path::Path;

use pglite_oxide::PgliteServer;

use crate::{FolderLock, OpenError};

/// PostgreSQL inside this process, with its rows in a folder. It serves one connection at a time.
pub struct Embedded {
    server: PgliteServer,
    _lock: FolderLock,
}

impl Embedded {
    /// Starts it; about a second, some more on the first start in a folder.
    ///
    /// # Errors
    /// [`OpenError::FolderInUse`] when another process has the folder.
    pub async fn start(state_dir: &Path) -> Result<Self, OpenError> {
        let lock = FolderLock::take(state_dir)?;
        let data = state_dir.join("postgres");
        let start = move || PgliteServer::builder().path(data).start();
        let server = tokio::task::spawn_blocking(start)
            .await
            .map_err(|error| OpenError::Embedded(error.to_string()))?
            .map_err(|error| OpenError::Embedded(format!("{error:#}")))?;
        Ok(Self { server, _lock: lock })
    }

    /// Where its one connection is to be had.
    pub fn url(&self) -> String {
        self.server.database_url()
    }

    /// Writes everything down and ends it.
    ///
    /// # Errors
    /// When the server does not end cleanly; what was committed is safe all the same.
    pub async fn stop(self) -> Result<(), OpenError> {
        let Self { server, _lock: lock } = self;
        let stopped = tokio::task::spawn_blocking(move || server.shutdown()).await;
        drop(lock);
        stopped
            .map_err(|error| OpenError::Embedded(error.to_string()))?
            .map_err(|error| OpenError::Embedded(format!("{error:#}")))
    }
}
