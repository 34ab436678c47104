//! Two processes, a Redis of their own and a database: what the fault tests play on.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, DbBackend, Set, Statement};
use tally_testkit::{Node, PrivateRedis, TestApp, is_soak};

pub(super) use crate::dice::Dice;

pub(super) const PATIENCE: Duration = Duration::from_secs(20);
const NODE_BYTES: u64 = 8 << 20;
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// How often something is done: in the suite of every commit, and in the long form.
pub(super) fn rounds(short: usize, long: usize) -> usize {
    if is_soak() { long } else { short }
}

pub(super) struct Scene {
    pub(super) app: TestApp,
    pub(super) redis: PrivateRedis,
    /// Each has one order, for nothing at first: its price is what the nodes keep.
    pub(super) websites: Vec<i64>,
}

impl Scene {
    pub(super) async fn with_websites(count: usize) -> Self {
        let app = TestApp::start().await;
        let mut websites = Vec::new();
        for number in 0..count {
            let website = app.website(&format!("site{number}")).await;
            app.order(website).set(|order| order.total_price_cents = Set(0)).insert().await;
            websites.push(website.0);
        }
        Self { app, redis: PrivateRedis::start().await, websites }
    }

    /// A process that need not have found Redis yet.
    pub(super) fn node(&self) -> Node {
        self.node_at(&self.redis.url())
    }

    /// The same, with another way to Redis.
    pub(super) fn node_at(&self, redis: &str) -> Node {
        Node::start(self.app.database_url(), redis, "scene", NODE_BYTES).expect("cache-node starts")
    }

    /// Two processes that share answers, with nothing left to be told.
    pub(super) async fn two(&self) -> [Node; 2] {
        let nodes = [self.node(), self.node()];
        for node in &nodes {
            node.joined().await.expect("it finds Redis");
        }
        self.told().await;
        nodes
    }

    /// Waits until nothing in the outbox is left to be told.
    pub(super) async fn told(&self) {
        let began = Instant::now();
        let sql = "SELECT count(*) AS left FROM cache_outbox";
        loop {
            let asked = Statement::from_string(DbBackend::Postgres, sql);
            let row = self.app.db().query_one_raw(asked).await.unwrap().unwrap();
            if row.try_get::<i64>("", "left").unwrap() == 0 {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "nobody sweeps");
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }
}

/// Waits until `what` happens, and says how long that took.
pub(super) async fn until(what: &str, mut happens: impl AsyncFnMut() -> bool) -> Duration {
    let began = Instant::now();
    while !happens().await {
        assert!(began.elapsed() < PATIENCE, "never: {what}");
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    began.elapsed()
}
