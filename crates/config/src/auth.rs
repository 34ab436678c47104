use std::time::Duration;

use crate::{Secret, reader::Reader};

/// As long as the digest of HS256: a shorter key is the weakest part of the signature.
const SHORTEST_SECRET: usize = 32;

/// Tokens and sessions.
#[derive(Clone, Debug)]
pub struct AuthConfig {
    /// Signs access tokens; none lets the server make one up and keep it in the state folder.
    pub jwt_secret: Option<Secret>,
    /// Idle time after which a page should sign its user out.
    pub session_timeout: Duration,
}

impl AuthConfig {
    pub(crate) fn read(reader: &mut Reader, own_database: bool) -> Self {
        let jwt_secret = reader.text("TALLY_JWT_SECRET");
        match &jwt_secret {
            None if own_database => {
                reader
                    .problem("TALLY_JWT_SECRET", "is required with DATABASE_URL; try `openssl rand -hex 32`");
            }
            Some(secret) if own_database && is_weak(secret) => {
                reader.problem(
                    "TALLY_JWT_SECRET",
                    "is too weak: 32 bytes or more, not one repeated; try `openssl rand -hex 32`",
                );
            }
            _ => {}
        }
        let seconds = reader.parsed("TALLY_SESSION_TIMEOUT_SECONDS", "a number of seconds");
        Self { jwt_secret: jwt_secret.map(Secret::new), session_timeout: Duration::from_secs(seconds) }
    }
}

fn is_weak(secret: &str) -> bool {
    let mut different: Vec<u8> = secret.bytes().collect();
    different.sort_unstable();
    different.dedup();
    secret.len() < SHORTEST_SECRET || different.len() < 8
}
