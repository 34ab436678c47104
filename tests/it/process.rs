//! The program as other processes see it: real servers, real faults.

mod beside;
mod embedded;
mod rates;
mod redis_away;
mod refusals;
mod sweeper;
mod truth_in_time;

use std::{path::PathBuf, time::Duration};

use tally_auth::token;
use tally_config::Secret;
use tally_entity::{Role, WebsiteId, user};
use tally_testkit::{PROCESS_SECRET, TestApp};
use uuid::Uuid;

/// A folder for one process, removed with the test.
pub struct StateDir(pub PathBuf);

impl StateDir {
    pub fn new() -> Self {
        Self(std::env::temp_dir().join(format!("tally-test-{}", Uuid::new_v4().simple())))
    }
}

impl Drop for StateDir {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// The token of somebody new, signed as the processes under test sign.
pub async fn token(app: &TestApp, role: Role, website: Option<WebsiteId>) -> String {
    token_of(app, &app.user(role, website).insert().await).await
}

/// The token of somebody, signed as the processes under test sign.
pub async fn token_of(app: &TestApp, user: &user::Model) -> String {
    let session = app.session(user).await;
    let (role, website) = (user.role, user.website_id);
    let subject = token::Subject { user: user.id, session, version: user.token_version, role, website };
    token::issue(&Secret::new(PROCESS_SECRET), subject).expect("tokens can be signed")
}

/// Time enough for a busy machine, where the clock is not what is tested.
pub const PATIENCE: Duration = Duration::from_secs(10);
