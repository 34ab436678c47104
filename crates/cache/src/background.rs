//! What goes on without a request: listening to the notices, the heartbeat, the sweeper, the counters.

use std::{
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use deadpool_redis::redis::aio::PubSub;
use futures::StreamExt as _;
use tokio::{
    task::JoinSet,
    time::{MissedTickBehavior, interval, sleep, timeout},
};

use crate::{
    Cache,
    cache::Inner,
    clock::Heard,
    outbox::Outbox,
    shared::{Notice, Shared},
    sweep::EVERY,
};

/// A heartbeat costs a few dozen microseconds of the server.
const HEARTBEAT: Duration = Duration::from_millis(500);
/// After the process's own last heartbeat that came back in order: two more missed, and a little.
const TRUSTED_MS: u64 = 1_200;
/// No message at all for this long: the subscription is dead, whatever the socket says.
const SILENCE: Duration = Duration::from_millis(TRUSTED_MS);
/// How often a server that is away is tried.
const PROBE: Duration = Duration::from_millis(100);
/// A database that cannot be looked at within this time counts as away.
const LOOK: Duration = Duration::from_secs(1);
/// How often the counters are published.
const PUBLISHED: Duration = Duration::from_secs(10);

/// The background tasks of a cache; they end when this is dropped.
#[must_use = "the tasks end when this is dropped"]
pub struct Background {
    tasks: JoinSet<()>,
    inner: Arc<Inner>,
}

impl Background {
    /// Ends the tasks, and takes back what this process tells about itself.
    pub async fn stop(mut self) {
        self.tasks.shutdown().await;
        if let Some(shared) = &self.inner.shared {
            shared.withdraw_figures().await;
        }
    }
}

impl Cache {
    /// Begins to sweep `outbox` and, with Redis, to share the clock and the answers with other processes.
    pub fn start(&self, outbox: impl Outbox) -> Background {
        let outbox: Arc<dyn Outbox> = Arc::new(outbox);
        let mut tasks = JoinSet::new();
        self.inner.started.store(true, Relaxed);
        tasks.spawn(sweep_forever(Arc::clone(&self.inner), Arc::clone(&outbox)));
        if self.inner.shared.is_some() {
            tasks.spawn(follow(Arc::clone(&self.inner), outbox));
            tasks.spawn(beat(Arc::clone(&self.inner)));
        }
        tasks.spawn(publish_counters(Arc::clone(&self.inner)));
        Background { tasks, inner: Arc::clone(&self.inner) }
    }
}

async fn sweep_forever(inner: Arc<Inner>, outbox: Arc<dyn Outbox>) {
    let mut tick = interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut failing = false;
    loop {
        tokio::select! {
            _ = tick.tick() => {}
            () = lost(&inner) => {}
        }
        let loaded = inner.loaded.load(Relaxed);
        let swept = timeout(LOOK, inner.sweep(outbox.as_ref())).await;
        let error = match &swept {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(_) => Some("no answer in time".to_owned()),
        };
        // A busy pool may keep the sweeper waiting while loads go on: then the database is there.
        inner.see_database(error.is_some() && inner.loaded.load(Relaxed) == loaded);
        match (&error, failing) {
            (Some(error), false) => {
                tracing::warn!(error, "the outbox cannot be read; answers are loaded anew");
            }
            (None, true) => tracing::info!("the outbox can be read again"),
            _ => {}
        }
        failing = error.is_some();
        if failing {
            inner.left.unknown();
        } else {
            inner.swept.notify_waiters();
        }
    }
}

/// Redis has just gone: the outbox is all there is now, and requests wait for the first look at it.
async fn lost(inner: &Inner) {
    match &inner.shared {
        Some(shared) => shared.link.look_out.notified().await,
        None => std::future::pending().await,
    }
}

async fn beat(inner: Arc<Inner>) {
    let mut tick = interval(HEARTBEAT);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Some(shared) = inner.shared.as_ref().filter(|shared| shared.link.is_connected()) {
            shared.tick(inner.now()).await;
        }
    }
}

async fn publish_counters(inner: Arc<Inner>) {
    let mut tick = interval(PUBLISHED);
    loop {
        tokio::select! {
            _ = tick.tick() => {}
            () = inner.publish_now.notified() => {}
        }
        inner.tell_figures().await;
    }
}

/// Keeps this process in step with the shared clock, and brings Redis back when it was away.
async fn follow(inner: Arc<Inner>, outbox: Arc<dyn Outbox>) {
    let Some(shared) = &inner.shared else { return };
    loop {
        match join(&inner, shared, outbox.as_ref()).await {
            Some(subscription) => listen(&inner, shared, subscription).await,
            None => sleep(PROBE).await,
        }
        inner.clock.doubt();
    }
}

/// Subscribes and catches up. After an absence, what waits in the outbox is published first: only then does
/// the shared clock cover all that was committed meanwhile.
async fn join(inner: &Inner, shared: &Shared, outbox: &dyn Outbox) -> Option<PubSub> {
    if !shared.link.is_connected() {
        shared.link.connect().await.inspect_err(|error| shared.link.tell(error)).ok()?;
    }
    let subscription = shared.link.subscribe().await.inspect_err(|error| shared.link.tell(error)).ok()?;
    let returned = !shared.link.is_up();
    // Others must see that this process lives before it takes a lease.
    let ready = shared.tick(inner.now()).await
        && (!returned
            || timeout(LOOK, inner.sweep_into(shared, outbox))
                .await
                .is_ok_and(|swept| swept.is_ok_and(|all| all)))
        && catch_up(inner, shared).await;
    (ready && shared.link.rise()).then(|| {
        if returned {
            inner.outage.over();
            inner.publish_now.notify_one();
        }
        subscription
    })
}

async fn catch_up(inner: &Inner, shared: &Shared) -> bool {
    let began = inner.now();
    let done = shared.catch_up(&inner.clock).await;
    if done {
        inner.clock.trust(began + TRUSTED_MS);
    }
    done
}

/// Hears notices until the subscription breaks or the server is lost.
async fn listen(inner: &Inner, shared: &Shared, subscription: PubSub) {
    let mut messages = subscription.into_on_message();
    loop {
        let message = tokio::select! {
            () = shared.link.lost.notified() => {
                if shared.link.is_connected() {
                    continue;
                }
                return;
            }
            message = timeout(SILENCE, messages.next()) => message,
        };
        let Ok(Some(message)) = message else { return };
        if hear(inner, shared, &String::from_utf8_lossy(message.get_payload_bytes())) == Heard::Behind {
            inner.clock.doubt();
            if !catch_up(inner, shared).await {
                return;
            }
        }
    }
}

fn hear(inner: &Inner, shared: &Shared, text: &str) -> Heard {
    match Notice::parse(text) {
        Some(Notice::Moved(time, tags)) => inner.clock.hear(time, tags),
        Some(Notice::Epoch(time)) => inner.clock.hear_tick(time),
        Some(Notice::Tick(time, node, sent)) => {
            let heard = inner.clock.hear_tick(time);
            // Its own heartbeat, and measured from when it was sent: messages that come late, all at once, do
            // not make old news new.
            if heard == Heard::InOrder && node == shared.node {
                inner.clock.trust(sent + TRUSTED_MS);
                inner.outage.settle(sent);
            }
            heard
        }
        Some(Notice::Reset(node)) => {
            if node != shared.node {
                inner.hear_reset();
            }
            Heard::InOrder
        }
        Some(Notice::Done(address, stored)) => {
            if let Some((_, told)) = stored.filter(|(node, _)| *node != shared.node) {
                inner.hear_stored(address, told);
            }
            shared.wakes.wake(address);
            Heard::InOrder
        }
        None => Heard::InOrder,
    }
}
