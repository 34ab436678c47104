//! Redis killed and frozen under serving processes: what their callers feel.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use tally_entity::Role;
use tally_testkit::{PrivateRedis, Serving, TestApp, WireClient, is_soak, tally_to};
use tokio::task::JoinSet;

use super::scene::{rounds, until};
use crate::process::{StateDir, token};

const WARM: &str = "/api/v1/admin-management/dashboard/metrics/payment-status/";
const UNKNOWN: &str = "/api/v1/admin-management/dashboard/top-clients/?limit=";
/// Without Redis the caller's own row is read from the database each time. A program that is not optimised, as in
/// the short form, takes milliseconds for that.
fn added_later() -> Duration {
    Duration::from_millis(if is_soak() { 1 } else { 10 })
}
/// What may be added in the first second. Beside other tests a request waits for a processor, too.
fn added_first() -> Duration {
    Duration::from_millis(if is_soak() { 60 } else { 250 })
}
const PAUSE: Duration = Duration::from_millis(2);
const WINDOW: Duration = Duration::from_secs(1);
const LATER: Duration = Duration::from_millis(1_500);

/// Requests of some callers: when each began, and how long it took; nothing when it failed.
type Felt = Arc<Mutex<Vec<(Instant, Option<Duration>)>>>;

struct Served {
    app: TestApp,
    redis: PrivateRedis,
    token: String,
    servers: [(Serving, StateDir); 2],
}

async fn server(app: &TestApp, redis: &PrivateRedis) -> (Serving, StateDir) {
    let state = StateDir::new();
    let mut command = tally_to(app.database_url()).unwrap();
    command.env("REDIS_URL", redis.url());
    (Serving::start(command, &state.0).await.unwrap(), state)
}

/// How many processes Redis has heard of lately.
async fn living(redis: &PrivateRedis) -> usize {
    redis.cli(&["--scan", "--pattern", "*alive*"]).await.lines().count()
}

impl Served {
    async fn start(redis: PrivateRedis) -> Self {
        let app = TestApp::start().await;
        app.order(app.website("alpha").await).insert().await;
        let token = token(&app, Role::Superadmin, None).await;
        let servers = [server(&app, &redis).await, server(&app, &redis).await];
        Self { app, redis, token, servers }
    }

    /// Two callers of each process, until `ended`.
    async fn callers(&self, felt: &Felt, ended: &Arc<AtomicBool>) -> JoinSet<()> {
        let mut callers = JoinSet::new();
        for (serving, _) in self.servers.iter().chain(&self.servers) {
            let mut client = WireClient::connect(serving.addr, &self.token).await.unwrap();
            let (felt, ended) = (Arc::clone(felt), Arc::clone(ended));
            callers.spawn(async move {
                while !ended.load(SeqCst) {
                    let began = Instant::now();
                    let took = client.load(WARM).await.ok().map(|()| began.elapsed());
                    felt.lock().unwrap().push((began, took));
                    tokio::time::sleep(PAUSE).await;
                }
            });
        }
        callers
    }

    /// Whether an answer that one process loads is found by the other, which nobody asked for before.
    async fn share(&self, path: &str) -> bool {
        let [(one, _), (two, _)] = &self.servers;
        let mut statuses = Vec::new();
        for serving in [one, two] {
            let mut client = WireClient::connect(serving.addr, &self.token).await.unwrap();
            statuses.push(client.get(path).await.unwrap().head.contains("cache-status: tally; hit"));
        }
        statuses == [false, true]
    }
}

/// Failures, the median and the longest of the requests begun from `from` for `window`.
fn during(felt: &Felt, from: Instant, window: Duration) -> (usize, Duration, Duration) {
    let felt = felt.lock().unwrap();
    let these = felt.iter().filter(|(began, _)| *began >= from && *began < from + window);
    let (took, failed): (Vec<_>, Vec<_>) = these.map(|(_, took)| *took).partition(Option::is_some);
    let mut took: Vec<Duration> = took.into_iter().flatten().collect();
    took.sort_unstable();
    assert!(took.len() > 50, "{} requests are too few to tell", took.len());
    (failed.len(), took[took.len() / 2], took[took.len() - 1])
}

async fn outage(name: &str, gone: impl AsyncFn(&mut PrivateRedis), back: impl AsyncFn(&mut PrivateRedis)) {
    let mut served = Served::start(PrivateRedis::start().await).await;
    until("both have found Redis", async || living(&served.redis).await == 2).await;
    let mut number = 200;
    until("both share answers", async || {
        number += 1;
        served.share(&format!("{UNKNOWN}{number}")).await
    })
    .await;
    let mut added = Vec::new();
    for round in 0..rounds(1, 5) {
        let (felt, ended) = (Felt::default(), Arc::new(AtomicBool::new(false)));
        let callers = served.callers(&felt, &ended).await;
        let before = Instant::now();
        tokio::time::sleep(WINDOW).await;
        gone(&mut served.redis).await;
        let went = Instant::now();
        tokio::time::sleep(WINDOW + LATER).await;
        back(&mut served.redis).await;
        let mut number = round * 10;
        let returned = until("both share answers again", async || {
            number += 1;
            served.share(&format!("{UNKNOWN}{number}")).await
        })
        .await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        ended.store(true, SeqCst);
        callers.join_all().await;
        let failed = felt.lock().unwrap().iter().filter(|(_, took)| took.is_none()).count();
        let (_, usual, longest_before) = during(&felt, before, WINDOW);
        let (_, _, longest) = during(&felt, went, WINDOW);
        let (_, later, _) = during(&felt, went + WINDOW, LATER);
        let (first, then) = (longest.saturating_sub(longest_before), later.saturating_sub(usual));
        println!(
            "C8: Redis {name} under {} requests: {failed} failed; slowest of the second before {longest_before:?}, \
             of the first second {longest:?}; median {usual:?} before, {later:?} later; sharing answers \
             {returned:?} after its return",
            felt.lock().unwrap().len()
        );
        assert_eq!(failed, 0);
        assert!(returned <= Duration::from_secs(3), "{returned:?}");
        added.push((first, then));
    }
    for (first, then) in added {
        assert!(first <= added_first(), "{first:?} added in the first second");
        assert!(then <= added_later(), "{then:?} added later");
    }
}

#[tokio::test]
async fn killed_redis_costs_its_callers_nothing_worth_noting() {
    outage("killed", async |redis| redis.kill().await, async |redis| redis.revive().await).await;
}

#[tokio::test]
async fn frozen_redis_costs_its_callers_nothing_worth_noting() {
    outage("frozen", async |redis| redis.freeze().await, async |redis| redis.thaw().await).await;
}

#[tokio::test]
async fn processes_start_without_redis_and_find_it_later() {
    let mut served = Served::start(PrivateRedis::absent()).await;
    let mut client = WireClient::connect(served.servers[0].0.addr, &served.token).await.unwrap();
    client.get(WARM).await.unwrap();
    assert!(client.get(WARM).await.unwrap().head.contains("cache-status: tally; hit"));
    served.redis.revive().await;
    let found = until("both have found Redis", async || living(&served.redis).await == 2).await;
    println!("C8: started without Redis; found {found:?} after it came");
    assert!(found <= Duration::from_secs(3));
    served.app.order(served.app.website("beta").await).insert().await;
}
