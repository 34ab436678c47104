use std::sync::Arc;

use axum::extract::FromRef;
use tally_cache::Cache;
use tally_config::{AuthConfig, TopUp};
use tally_db::Db;
use tally_kernel::Clock;

use crate::Limits;

/// What handlers share.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// Kept answers.
    pub cache: Cache,
    /// Business time.
    pub clock: Clock,
    /// Tokens and sessions.
    pub auth: Arc<AuthConfig>,
    /// How often who may ask.
    pub limits: Arc<Limits>,
    /// When the money of a top-up is in the wallet.
    pub top_up: TopUp,
}
