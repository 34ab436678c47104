//! How often somebody may ask, counted among several servers.

use std::time::Duration;

use futures::future::{join_all, try_join_all};
use tally_cache::{Cache, CacheOptions};
use tally_config::{Limit, LimitsConfig, Rate};
use tally_entity::Role;
use tally_http::Limits;
use tally_testkit::{PrivateRedis, Serving, TestApp, WireClient, tally_to};

use super::{StateDir, token};

const SERVERS: usize = 4;
const REQUESTS: usize = 1_000;

#[tokio::test]
async fn four_servers_admit_together_exactly_as_many_as_allowed() {
    let app = TestApp::start().await;
    let redis = PrivateRedis::start().await;
    let state = StateDir::new();
    let servers = (0..SERVERS).map(|number| {
        let mut command = tally_to(app.database_url()).unwrap();
        command.env("REDIS_URL", redis.url()).env("TALLY_RATE_LIMITS", "on");
        // One comes back every three minutes, later than this test ends; each server is asked more often than it may grant,
        // so that none keeps a part of what it took.
        command.env("TALLY_LIMITS", "staff-hour=200/36000");
        let folder = state.0.join(number.to_string());
        async move { Serving::start(command, &folder).await }
    });
    let servers = try_join_all(servers).await.unwrap();
    let token = token(&app, Role::Superadmin, None).await;
    let connect = (0..REQUESTS).map(|number| WireClient::connect(servers[number % SERVERS].addr, &token));
    let mut clients = try_join_all(connect).await.unwrap();

    let statuses = clients.iter_mut().map(|client| client.whatever("/api/v1/websites/websites/"));
    let answers = join_all(statuses).await;

    let admitted = answers.iter().filter(|answer| answer.as_ref().unwrap().0 == 200).count();
    assert_eq!(admitted, 200);
    let refused = answers.iter().filter_map(|answer| answer.as_ref().ok()).find(|(status, _)| *status != 200);
    let (status, answer) = refused.unwrap();
    assert_eq!(*status, 429);
    let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    let wait = body["retry_after"].as_u64().unwrap();
    assert!((1..=180).contains(&wait), "{body}");
    assert_eq!(body["limit"], "staff-hour");
    assert!(answer.head.contains(&format!("retry-after: {wait}\r\n")), "{}", answer.head);
    assert!(answer.head.contains("ratelimit-policy: \"staff-hour\";q=200;w=36000\r\n"), "{}", answer.head);
    assert!(answer.head.contains("ratelimit: \"staff-hour\";r=0;t=36000\r\n"), "{}", answer.head);
    assert!(
        answer.head.contains("x-ratelimit-limit: 200\r\nx-ratelimit-remaining: 0\r\n"),
        "{}",
        answer.head
    );
}

/// What every process has of its own: its connection and its memory.
fn cache(redis_url: &str) -> Cache {
    let redis_url = Some(redis_url.to_owned());
    Cache::new(&CacheOptions { max_bytes: 1 << 20, redis_url, ..CacheOptions::default() })
}

fn counting(cache: Cache) -> Limits {
    let rate = Rate { most: 40, per: Duration::from_hours(4) };
    Limits::new(LimitsConfig::usual(true).with(Limit::Messages, rate), Some(cache))
}

#[tokio::test]
async fn what_is_counted_one_by_one_is_exact_too() {
    let redis = PrivateRedis::start().await;
    let caches: Vec<_> = (0..SERVERS).map(|_| cache(&redis.url())).collect();
    let counters: Vec<_> = caches.into_iter().map(counting).collect();
    let tries = (0..REQUESTS).map(|number| counters[number % SERVERS].take(Limit::Messages, 7));
    let admitted = join_all(tries).await.iter().filter(|taken| taken.is_ok()).count();
    assert_eq!(admitted, 40);
}

#[tokio::test]
async fn without_redis_each_process_counts_for_itself_and_signing_in_is_never_open() {
    let nobody = "redis://127.0.0.1:1";
    let (one, other) = (counting(cache(nobody)), counting(cache(nobody)));
    for counter in [&one, &other] {
        let tries = join_all((0..20).map(|_| counter.take(Limit::LoginEmail, "a@b.example"))).await;
        assert_eq!(tries.iter().filter(|taken| taken.is_ok()).count(), 5);
    }
}
