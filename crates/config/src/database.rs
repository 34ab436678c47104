use crate::{Secret, reader::Reader};

/// Where rows are kept.
#[derive(Clone, Debug)]
pub struct DatabaseConfig {
    /// A PostgreSQL server (its URL may hold a password); none runs the embedded one.
    pub url: Option<Secret>,
    /// Connections at most.
    pub connections: u32,
}

impl DatabaseConfig {
    pub(crate) fn read(reader: &mut Reader) -> Self {
        let url = reader.text("DATABASE_URL");
        if let Some(url) = &url
            && !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme))
        {
            reader.problem("DATABASE_URL", "must begin with postgres:// (a PostgreSQL server)");
        }
        let connections = reader.parsed("TALLY_DB_CONNECTIONS", "a number of connections");
        if connections == 0 {
            reader.problem("TALLY_DB_CONNECTIONS", "must be at least 1");
        }
        Self { url: url.map(Secret::new), connections }
    }
}
