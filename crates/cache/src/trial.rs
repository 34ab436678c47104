//! The whole crate against a real Redis: several caches of one prefix are the processes.

mod ahead;
mod alone;
mod apart;
mod forms;
mod order;
mod outages;
mod proxy;
mod stored;
mod together;

use std::{
    env,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use futures::{FutureExt as _, future::BoxFuture};
use tally_db::{DbErr, Look, OutboxRow, Snapshot};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use crate::{Background, Cache, CacheOptions, Key, LoadFailed, Outbox, Policy, Reads, Reply, Scope, Source};

const TAG: &str = "orders";
static POLICY: Policy = Policy::new("trial", 300, &[Reads::Whole(TAG)]);
/// Long enough for every step of a test on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

fn redis_url() -> String {
    #[expect(clippy::disallowed_methods, reason = "the servers of the tests are no setting of the program")]
    let url = env::var("TEST_REDIS_URL");
    url.unwrap_or_else(|_| "redis://127.0.0.1:6379".to_owned())
}

/// One number in a database that several processes use, with its outbox.
#[derive(Clone, Default)]
struct Table {
    state: Arc<Mutex<State>>,
    value: Arc<AtomicU64>,
    loads: Arc<AtomicU64>,
}

#[derive(Default)]
struct State {
    transactions: u64,
    rows: Vec<OutboxRow>,
}

impl Outbox for Table {
    fn look(&self, from: u64, _: u32) -> BoxFuture<'_, Result<Look, DbErr>> {
        let state = self.state.lock().unwrap();
        let next = state.transactions + 1;
        let rows = state.rows.iter().filter(|row| row.txid >= i64::try_from(from).unwrap()).cloned();
        let look =
            Look { rows: rows.collect(), snapshot: Snapshot { xmin: next, xmax: next, running: vec![] } };
        std::future::ready(Ok(look)).boxed()
    }

    fn discard(&self, ids: Vec<i64>) -> BoxFuture<'_, Result<(), DbErr>> {
        let mut state = self.state.lock().unwrap();
        state.transactions += 1;
        state.rows.retain(|row| !ids.contains(&row.id));
        std::future::ready(Ok(())).boxed()
    }
}

impl Table {
    /// A transaction of another program: nobody publishes it.
    fn change(&self) -> (u64, i64) {
        let mut state = self.state.lock().unwrap();
        state.transactions += 1;
        let id = i64::try_from(state.transactions).unwrap();
        state.rows.push(OutboxRow { id, txid: id, tag: TAG.to_owned() });
        (self.value.fetch_add(1, SeqCst) + 1, id)
    }

    /// A transaction of a process of ours; says what is written and whether it was published.
    async fn write(&self, process: &Cache) -> (u64, bool) {
        let (value, id) = self.change();
        let told = process.invalidate(&[TAG.to_owned()]).await;
        if told {
            self.discard(vec![id]).await.unwrap();
        }
        (value, told)
    }

    async fn get(&self, process: &Cache, refresh: bool, takes: Duration) -> Result<Reply, LoadFailed> {
        let (value, loads) = (Arc::clone(&self.value), Arc::clone(&self.loads));
        let load = move || async move {
            loads.fetch_add(1, SeqCst);
            let read = value.load(SeqCst);
            sleep(takes).await;
            Ok(read)
        };
        process.get(Key::new(&POLICY, Scope::Everything, 0), refresh, load).await
    }

    async fn read(&self, process: &Cache) -> (u64, Source) {
        let reply = self.get(process, false, Duration::ZERO).await.unwrap();
        (value(&reply), reply.source)
    }

    fn loads(&self) -> u64 {
        self.loads.load(SeqCst)
    }
}

fn value(reply: &Reply) -> u64 {
    serde_json::from_slice(&reply.entry.body).unwrap()
}

fn prefix() -> String {
    format!("trial-{}", Uuid::new_v4().simple())
}

/// A process that has found the others.
async fn process(url: String, prefix: &str, table: &Table) -> (Cache, Background) {
    let cache =
        Cache::new(&CacheOptions { max_bytes: 1 << 20, redis_url: Some(url), prefix: prefix.to_owned() });
    let background = cache.start(table.clone());
    until("the process shares answers", || cache.is_joined()).await;
    (cache, background)
}

async fn two(table: &Table) -> [(Cache, Background); 2] {
    let prefix = prefix();
    [process(redis_url(), &prefix, table).await, process(redis_url(), &prefix, table).await]
}

async fn until(what: &str, mut happens: impl FnMut() -> bool) {
    let began = Instant::now();
    while !happens() {
        assert!(began.elapsed() < PATIENCE, "never: {what}");
        sleep(Duration::from_millis(1)).await;
    }
}
