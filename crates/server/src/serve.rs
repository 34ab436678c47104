//! One serving process from start to end.

mod listen;
mod ops;
mod secret;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use tally_cache::{Cache, CacheOptions, sweep};
use tally_config::{AuthConfig, Config};
use tally_db::{DatabaseConnection, Db, unmetered};
use tally_http::{AppState, Limits, idempotency::forget_expired, middleware::Layers};
use tally_kernel::Clock;
use tally_payments::Reminded;
use tokio::{
    task::{JoinHandle, JoinSet},
    time::MissedTickBehavior,
};
use tokio_util::sync::CancellationToken;

use crate::{Health, Site, insight, open::Opened, router};

/// How long requests under way may take once the process is told to end.
const DRAIN: Duration = Duration::from_secs(20);
const HOUSEKEEPING: Duration = Duration::from_mins(1);

/// Serves until SIGINT or SIGTERM, then finishes what is under way.
///
/// # Errors
/// When the database, a listener or the state folder cannot be had.
pub async fn serve(config: Config, announce: impl FnOnce(SocketAddr)) -> anyhow::Result<()> {
    let opened = Opened::open(&config).await?;
    opened.require_migrated().await?;
    // With Redis, processes hear of each other's writes; without, only one may serve.
    let claim = if config.cache.redis_url.is_none() { opened.claim().await? } else { None };
    let state = state(&config, &opened)?;
    unmetered(sweep(&state.cache, &opened.connection)).await.context("reading the outbox")?;

    let (stop, health) = (CancellationToken::new(), Health::default());
    // Loads that wait for each other's connections must not keep it from looking.
    let sweeping = opened.apart().await?;
    let background = state.cache.start(sweeping.clone());
    let insight = Insights::start(&config, &state);
    let keeper = tokio::spawn(keep_house(Arc::clone(&state.limits), opened.connection.clone()));
    let reminding = config.server.reminders.map(|every| tokio::spawn(remind(state.clone(), every)));
    let server = &config.server;
    let ops = ops::start(server.ops_addr, stop.clone()).await?;
    let listeners = listen::open(server.addr, server.listeners)?;
    announce(listeners[0].local_addr()?);

    let site = Site { frontend_dir: server.frontend_dir.clone(), health: health.clone() };
    let layers = layers(&config, Arc::clone(&state.limits));
    let app = router(state, layers, &site);
    let mut serving = JoinSet::new();
    for listener in listeners {
        let app = app.clone().into_make_service_with_connect_info::<SocketAddr>();
        serving.spawn(
            axum::serve(listener, app).with_graceful_shutdown(stop.clone().cancelled_owned()).into_future(),
        );
    }
    told_to_end().await?;
    tracing::info!("ending: finishing what is under way");
    health.drain();
    stop.cancel();
    if tokio::time::timeout(DRAIN, serving.join_all()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
    drop(insight);
    background.stop().await;
    keeper.abort();
    reminding.inspect(JoinHandle::abort);
    sweeping.close().await?;
    ops.await??;
    drop(claim);
    opened.close().await
}

/// What handlers share, made from the settings.
///
/// # Errors
/// When there is no secret to sign with.
pub fn state(config: &Config, opened: &Opened) -> anyhow::Result<AppState> {
    let redis_url = config.cache.redis_url.as_ref().map(|url| url.reveal().to_owned());
    let is_shared = redis_url.is_some();
    let cache =
        Cache::new(&CacheOptions { max_bytes: config.cache.max_bytes, redis_url, ..CacheOptions::default() });
    let auth = AuthConfig { jwt_secret: Some(secret::of(config)?), ..config.auth.clone() };
    Ok(AppState {
        db: Db::new(opened.connection.clone(), Arc::new(cache.clone())),
        limits: Arc::new(Limits::new(config.limits.clone(), is_shared.then(|| cache.clone()))),
        cache,
        clock: config.server.now.map_or_else(Clock::default, Clock::frozen),
        auth: Arc::new(auth),
        top_up: config.payments.top_up,
    })
}

fn layers(config: &Config, limits: Arc<Limits>) -> Layers {
    let server = &config.server;
    Layers {
        limits,
        trusted_proxies: server.trusted_proxies,
        cors_origins: server.cors_origins.clone(),
        timeout: server.request_timeout,
    }
}

/// What goes on beside the cache's own background; it ends with this.
struct Insights {
    _tasks: JoinSet<()>,
}

impl Insights {
    fn start(config: &Config, state: &AppState) -> Self {
        let mut tasks = JoinSet::new();
        if config.cache.warm && config.cache.max_bytes > 0 {
            let (insight, cache, db) = (insight(state.clone()), state.cache.clone(), state.db.clone());
            tasks.spawn(async move { insight.keep_warm(cache, db).await });
        }
        if config.cache.redis_url.is_none() {
            tasks.spawn(tally_insight::publish_to(config.state_dir.clone(), state.cache.clone()));
        }
        Self { _tasks: tasks }
    }
}

async fn keep_house(limits: Arc<Limits>, db: DatabaseConnection) {
    let mut tick = tokio::time::interval(HOUSEKEEPING);
    loop {
        tick.tick().await;
        limits.forget_idle();
        if let Err(error) = unmetered(forget_expired(&db)).await {
            tracing::warn!(%error, "expired idempotency keys stay until the next minute");
        }
    }
}

/// Every process does this: what one has done the others find done.
async fn remind(state: AppState, every: Duration) {
    let mut tick = tokio::time::interval(every);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        match unmetered(tally_payments::remind(&state.db, state.clock.now())).await {
            Ok(Reminded { reminders: 0, removed: 0 }) => {}
            Ok(Reminded { reminders, removed }) => {
                tracing::info!(reminders, removed, "reminded clients of what they have not paid");
            }
            Err(error) => tracing::warn!(%error, "unpaid clients are reminded later"),
        }
    }
}

async fn told_to_end() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminate.recv() => {}
    }
    Ok(())
}
