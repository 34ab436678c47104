//! Settings: the only reader of the environment.
//!
//! [`VARIABLES`] is the one list of names, defaults and meanings; `.env.example` is made from it. Reading
//! collects every problem before it gives up, so that a wrong deployment is mended in one round.

mod auth;
mod cache;
mod database;
mod limits;
mod payments;
mod reader;
mod secret;
mod server;
mod variables;

use std::path::PathBuf;

use self::reader::Reader;
pub use self::{
    auth::AuthConfig,
    cache::CacheConfig,
    database::DatabaseConfig,
    limits::{Limit, LimitsConfig, Rate},
    payments::{PaymentsConfig, TopUp},
    reader::ConfigError,
    secret::Secret,
    server::{LogFormat, ServerConfig},
    variables::{VARIABLES, Variable, env_example},
};

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where rows are kept.
    pub database: DatabaseConfig,
    /// Both cache levels.
    pub cache: CacheConfig,
    /// Tokens and sessions.
    pub auth: AuthConfig,
    /// How often who may ask.
    pub limits: LimitsConfig,
    /// How money comes in.
    pub payments: PaymentsConfig,
    /// Listeners and logs.
    pub server: ServerConfig,
    /// The folder for what this process keeps on disk (embedded database, its lock, a made-up secret).
    pub state_dir: PathBuf,
}

impl Config {
    /// Reads the environment of this process.
    ///
    /// # Errors
    /// Every problem found, not only the first.
    pub fn from_env() -> Result<Self, ConfigError> {
        #[expect(clippy::disallowed_methods, reason = "this is the one reader of the environment")]
        Self::read(std::env::vars())
    }

    /// Reads `(name, value)` pairs as if they were the environment. An empty value counts as unset.
    ///
    /// # Errors
    /// Every problem found: what does not parse, what is missing, unknown names that start with `TALLY_`.
    pub fn read(vars: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let mut reader = Reader::new(vars);
        let database = DatabaseConfig::read(&mut reader);
        let config = Self {
            cache: CacheConfig::read(&mut reader),
            auth: AuthConfig::read(&mut reader, database.url.is_some()),
            limits: LimitsConfig::read(&mut reader),
            payments: PaymentsConfig::read(&mut reader, database.url.is_some()),
            server: ServerConfig::read(&mut reader),
            state_dir: reader.parsed("TALLY_STATE_DIR", "a path"),
            database,
        };
        reader.finish(config)
    }
}
