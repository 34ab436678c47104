//! Opening the database that the configuration names.

use anyhow::Context as _;
use sea_orm::DatabaseConnection;
use tally_config::Config;
use tally_db::{OpenError, ServingLock, connect};
use tally_migration::Locking;

/// An open database: a server's, or the embedded one of this process.
pub struct Opened {
    /// Its pool.
    pub connection: DatabaseConnection,
    /// Its address, when it is a server that others may use too.
    pub server_url: Option<String>,
    #[cfg(feature = "embedded")]
    embedded: Option<tally_db::Embedded>,
}

impl Opened {
    /// Connects, starting the embedded server when the configuration names none.
    ///
    /// # Errors
    /// When the server cannot be reached, or another process has the embedded one.
    pub async fn open(config: &Config) -> anyhow::Result<Self> {
        match &config.database.url {
            Some(url) => {
                let connection = connect(url.reveal(), config.database.connections).await?;
                Ok(Self {
                    connection,
                    server_url: Some(url.reveal().to_owned()),
                    #[cfg(feature = "embedded")]
                    embedded: None,
                })
            }
            None => Self::embedded(config).await,
        }
    }

    #[cfg(feature = "embedded")]
    async fn embedded(config: &Config) -> anyhow::Result<Self> {
        let embedded = tally_db::Embedded::start(&config.state_dir).await?;
        let connection = connect(&embedded.url(), 1).await?;
        Ok(Self { connection, server_url: None, embedded: Some(embedded) })
    }

    #[cfg(not(feature = "embedded"))]
    async fn embedded(_: &Config) -> anyhow::Result<Self> {
        anyhow::bail!("this build has no embedded PostgreSQL; set DATABASE_URL")
    }

    /// A connection that the pool does not share. The embedded server has only one, which is the pool's.
    ///
    /// # Errors
    /// When the server cannot be reached.
    pub async fn apart(&self) -> Result<DatabaseConnection, OpenError> {
        match &self.server_url {
            Some(url) => connect(url, 1).await,
            None => Ok(self.connection.clone()),
        }
    }

    /// How migrations keep others away here.
    pub fn locking(&self) -> Locking {
        if self.server_url.is_some() { Locking::Advisory } else { Locking::Sole }
    }

    /// Claims the database for serving.
    ///
    /// # Errors
    /// When another process serves it.
    pub async fn claim(&self) -> Result<Option<ServingLock>, OpenError> {
        match &self.server_url {
            Some(url) => ServingLock::take(url).await.map(Some),
            // The embedded server's folder is claimed already.
            None => Ok(None),
        }
    }

    /// Refuses a database whose schema is not the program's.
    ///
    /// # Errors
    /// When migrations are pending.
    pub async fn require_migrated(&self) -> anyhow::Result<()> {
        let pending = tally_migration::pending(&self.connection).await?;
        anyhow::ensure!(
            pending.is_empty(),
            "{} migration(s) are pending; run `tally migrate` first",
            pending.len()
        );
        Ok(())
    }

    /// Ends every connection, and the embedded server.
    ///
    /// # Errors
    /// When it does not end cleanly.
    pub async fn close(self) -> anyhow::Result<()> {
        self.connection.close().await.context("closing the database")?;
        #[cfg(feature = "embedded")]
        if let Some(embedded) = self.embedded {
            embedded.stop().await?;
        }
        Ok(())
    }
}
