//! Having answers loaded before anybody asks.

use std::time::Duration;

use axum::{
    http::{StatusCode, header::HeaderName},
    response::Response,
};
use futures::{StreamExt as _, stream};
use serde::Serialize;
use tally_cache::{Cache, Level2State, Policy, Scope};
use tally_db::{Db, unmetered};
use tally_entity::WebsiteId;
use tally_http::Inward;
use tokio::time::{Instant, sleep, timeout_at};
use utoipa::ToSchema;

use crate::{Insight, Kept, repository};

/// Loads at a time: people who ask meanwhile find connections left.
const AT_A_TIME: usize = 4;
/// Within what a request may take.
const STOPS_AFTER: Duration = Duration::from_secs(12);
/// How often it is looked what ended.
const LOOK: Duration = Duration::from_secs(1);
/// Answers loaded again at one look.
const AGAIN: usize = 8;
/// How long a process waits for Redis before it loads for itself.
const JOINING: Duration = Duration::from_secs(2);

/// What became of an answer that was to be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It was loaded, and is kept.
    Warmed,
    /// It was kept already, here or in Redis.
    Fresh,
    /// It could not be loaded, or something it reads changed meanwhile.
    Failed,
    /// There was no time for it.
    Left,
}

/// An answer to load: a policy's for all websites or one.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) policy: &'static Policy,
    pub(crate) website: Option<WebsiteId>,
    path: String,
}

impl Target {
    pub(crate) fn new(kept: &Kept, website: Option<WebsiteId>) -> Self {
        let path = website.map_or_else(|| kept.path.clone(), |id| format!("{}?website_id={id}", kept.path));
        Self { policy: kept.policy, website, path }
    }
}

impl Insight {
    /// Loads `targets` through their own routes, a few at a time, for twelve seconds at most. What is under way then
    /// goes on.
    pub(crate) async fn load_ahead(
        &self,
        targets: Vec<Target>,
        force: bool,
    ) -> Vec<(Target, Outcome, Option<Duration>)> {
        let deadline = Instant::now() + STOPS_AFTER;
        let load = |(at, target): (usize, Target)| async move {
            let began = Instant::now();
            if began >= deadline {
                return (at, (target, Outcome::Left, None));
            }
            match timeout_at(deadline, self.ask(&target.path, Inward::Warm { force })).await {
                Ok(response) => (at, (target, outcome(&response), Some(began.elapsed()))),
                Err(_) => (at, (target, Outcome::Left, None)),
            }
        };
        // One that takes long keeps none of the others waiting.
        let loading = stream::iter(targets.into_iter().enumerate()).map(load).buffer_unordered(AT_A_TIME);
        let mut done: Vec<_> = loading.collect().await;
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, done)| done).collect()
    }

    /// Loads what is marked warm for every active website: once now, again whenever everything ended at once, and
    /// single answers again that ended and were much asked for. Does not return.
    pub async fn keep_warm(&self, cache: Cache, db: Db) {
        let began = Instant::now();
        while cache.process_figures().level2.state == Level2State::Down && began.elapsed() < JOINING {
            sleep(LOOK / 10).await;
        }
        let (mut warmed, mut failing) = (None, false);
        loop {
            let renewals = cache.renewals();
            let targets = if warmed == Some(renewals) {
                self.again(cache.wanted_again(AGAIN)).await
            } else {
                self.everything(&db).await
            };
            match targets {
                Ok(targets) => {
                    (warmed, failing) = (Some(renewals), false);
                    self.load_ahead(targets, false).await;
                }
                Err(error) => {
                    if !std::mem::replace(&mut failing, true) {
                        tracing::warn!(%error, "answers are not loaded ahead until the database can be asked");
                    }
                }
            }
            sleep(LOOK).await;
        }
    }

    async fn everything(&self, db: &Db) -> Result<Vec<Target>, tally_db::DbErr> {
        let websites = unmetered(repository::warm::load(db.reads(), None)).await?;
        let scopes: Vec<_> = std::iter::once(None).chain(websites.into_iter().map(Some)).collect();
        let warm = self.catalogue().await.iter().filter(|kept| kept.policy.warm);
        Ok(warm.flat_map(|kept| scopes.iter().map(|website| Target::new(kept, *website))).collect())
    }

    async fn again(&self, wanted: Vec<(&'static Policy, Scope)>) -> Result<Vec<Target>, tally_db::DbErr> {
        let mut targets = Vec::new();
        for (policy, scope) in wanted {
            let website = match scope {
                Scope::Website(id) => Some(WebsiteId(id)),
                Scope::Everything => None,
                Scope::User(_) => continue,
            };
            let kept = self.catalogue().await.iter().find(|kept| kept.policy.name == policy.name);
            targets.extend(kept.map(|kept| Target::new(kept, website)));
        }
        Ok(targets)
    }
}

/// What the route says of the answer's way.
fn outcome(response: &Response) -> Outcome {
    let status = response.headers().get(HeaderName::from_static("cache-status"));
    match status.and_then(|status| status.to_str().ok()) {
        Some(status) if status.starts_with("tally; hit") => Outcome::Fresh,
        Some(status) if response.status() == StatusCode::OK && status.ends_with("; stored") => {
            Outcome::Warmed
        }
        _ => Outcome::Failed,
    }
}

#[cfg(test)]
mod tests;
