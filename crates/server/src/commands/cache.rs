//! `tally cache`: over what the serving processes told, and over the clock they share.

mod table;

use std::{
    io::{self, BufRead as _, IsTerminal as _, Write as _},
    sync::Arc,
    time::Duration,
};

use tally_cache::{Cache, CacheOptions};
use tally_config::{AuthConfig, Config, LimitsConfig, TopUp};
use tally_db::{DatabaseConnection, Db, LeaveToSweeper};
use tally_http::{ApiError, AppState, Limits};
use tally_insight::{CacheInsight, Counted, Flush, Insight, WarmRequest, published_in};
use tally_kernel::Clock;
use tally_server::{insight, open::Opened, serve};

use super::NotReachable;
use crate::cli;

const NO_SERVER: &str = "no server has told its counters in the last minute: is one running, with the same \
                         REDIS_URL or TALLY_STATE_DIR?";
const NO_REDIS: &str = "REDIS_URL is not set, so answers are kept in the serving process alone: ask it at POST \
                        /api/v1/insight/cache/";
const REDIS_AWAY: &str = "Redis does not answer; is the server up, and REDIS_URL right?";
/// How long this process may take to find the others.
const JOINING: Duration = Duration::from_secs(3);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

pub(super) async fn run(what: cli::Cache, as_json: bool) -> anyhow::Result<()> {
    let config = Config::from_env()?;
    match what {
        cli::Cache::Stats => stats(&config, as_json).await,
        cli::Cache::Policies => {
            table::policies(described().catalogue().await, as_json);
            Ok(())
        }
        cli::Cache::Warm { policy, website } => {
            warm(&config, WarmRequest { policies: policy, website_ids: website, force: false }, as_json).await
        }
        cli::Cache::Flush { what: cli::Flush { policy, tag, everything }, yes } => {
            flush(&config, &Flush { policy, tag, everything }, yes, as_json).await
        }
    }
}

/// The routes with nothing behind them: enough to learn what they keep.
fn described() -> Insight {
    let session_timeout = Duration::ZERO;
    insight(AppState {
        db: Db::new(DatabaseConnection::default(), Arc::new(LeaveToSweeper)),
        cache: Cache::new(&CacheOptions::default()),
        clock: Clock::default(),
        auth: Arc::new(AuthConfig { jwt_secret: None, session_timeout }),
        limits: Arc::new(Limits::new(LimitsConfig::usual(false), None)),
        top_up: TopUp::Pending,
    })
}

/// A cache that keeps nothing, on the clock that all share.
async fn beside(config: &Config) -> anyhow::Result<Cache> {
    let redis_url = config.cache.redis_url.as_ref().map(|url| url.reveal().to_owned());
    anyhow::ensure!(redis_url.is_some(), NotReachable(NO_REDIS));
    let cache = Cache::new(&CacheOptions { redis_url, ..CacheOptions::default() });
    anyhow::ensure!(cache.reach().await, NotReachable(REDIS_AWAY));
    Ok(cache)
}

async fn stats(config: &Config, as_json: bool) -> anyhow::Result<()> {
    let counted = if config.cache.redis_url.is_some() {
        let told = beside(config).await?.others().await;
        let (processes, stored) = told.ok_or(NotReachable(REDIS_AWAY))?;
        Counted { processes, stored: Some(stored) }
    } else {
        Counted { processes: published_in(&config.state_dir).await?, stored: None }
    };
    anyhow::ensure!(!counted.processes.is_empty(), NotReachable(NO_SERVER));
    table::stats(&CacheInsight::of_all(&counted, described().catalogue().await), as_json);
    Ok(())
}

async fn flush(config: &Config, flush: &Flush, yes: bool, as_json: bool) -> anyhow::Result<()> {
    let described = described();
    let catalogue = described.catalogue().await;
    let what = flush.what(catalogue).map_err(|error| said(&error))?;
    let cache = beside(config).await?;
    if flush.everything && !yes && !agreed()? {
        println!("Nothing was flushed.");
        return Ok(());
    }
    anyhow::ensure!(flush.run(&cache, catalogue).await, NotReachable(REDIS_AWAY));
    if as_json {
        println!("{}", serde_json::json!({ "flushed": what, "seq": cache.seq() }));
    } else {
        println!("Flushed: {what}.");
    }
    Ok(())
}

/// Asks; whoever cannot be asked has not agreed.
fn agreed() -> anyhow::Result<bool> {
    print!("Every process will load every answer anew. End everything that is kept? [y/N] ");
    io::stdout().flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    if !io::stdin().is_terminal() {
        println!();
    }
    Ok(matches!(line.trim(), "y" | "Y" | "yes"))
}

/// Loads here, as a process among the others, and leaves the answers in Redis.
async fn warm(config: &Config, request: WarmRequest, as_json: bool) -> anyhow::Result<()> {
    anyhow::ensure!(config.cache.redis_url.is_some(), NotReachable(NO_REDIS));
    let opened = Opened::open(config).await?;
    opened.require_migrated().await?;
    let state = serve::state(config, &opened)?;
    let background = state.cache.start(opened.connection.clone());
    let joined = async {
        while !state.cache.is_joined() {
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    };
    tokio::time::timeout(JOINING, joined).await.map_err(|_| NotReachable(REDIS_AWAY))?;
    let warmed = insight(state.clone()).warm(request, &state.db).await.map_err(|error| said(&error))?;
    table::warmed(&warmed, as_json);
    background.stop().await;
    opened.close().await
}

/// What a request would have been told.
fn said(error: &ApiError) -> anyhow::Error {
    anyhow::anyhow!("{}", error.detail())
}
