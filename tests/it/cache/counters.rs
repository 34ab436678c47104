//! What is counted is what was asked, one by one.

use std::time::Duration;

use futures::future::join_all;
use tally_cache::{Background, Cache, CacheOptions, Figures, Key, NoOutbox, Policy, Reads, Scope, Source};
use tally_db::DbErr;
use tally_testkit::{PrivateRedis, TestApp};

use super::scene::until;

static LONG: Policy = Policy::new("count.long", 300, &[Reads::Whole("orders")]);
static OLD: Policy = Policy {
    fresh: Duration::from_millis(20),
    grace: Duration::from_mins(1),
    ..Policy::new("count.old", 300, &[Reads::Whole("orders")])
};

async fn process(redis: &PrivateRedis) -> (Cache, Background) {
    let options =
        CacheOptions { max_bytes: 1 << 20, redis_url: Some(redis.url()), ..CacheOptions::default() };
    let cache = Cache::new(&options);
    let background = cache.start(NoOutbox);
    until("it finds Redis", async || cache.is_joined()).await;
    (cache, background)
}

async fn ask(cache: &Cache, policy: &'static Policy, what: &str, refresh: bool) -> Option<Source> {
    let load = async || {
        tokio::time::sleep(Duration::from_millis(50)).await;
        Ok(1)
    };
    let key = Key::new(policy, Scope::Everything, 0).with(what);
    let fails = what == "fails";
    let load = move || async move { if fails { Err(DbErr::Custom("no".to_owned())) } else { load().await } };
    cache.get(key, refresh, load).await.ok().map(|reply| reply.source)
}

fn figures(cache: &Cache, policy: &str) -> Figures {
    let found = cache.figures().into_iter().find(|figures| figures.policy == policy);
    Figures { policy: String::new(), fresh_s: 0, grace_s: 0, fail_safe_s: 0, load_us: 0, ..found.unwrap() }
}

#[tokio::test]
async fn every_request_is_counted_once_and_as_what_it_was() {
    let redis = PrivateRedis::start().await;
    let ((one, _o), (two, _t)) = (process(&redis).await, process(&redis).await);
    // One loads, 19 wait for it, 30 find it; the other process finds it in Redis, then 9 times in memory.
    join_all((0..20).map(|_| ask(&one, &LONG, "a", false))).await;
    for _ in 0..30 {
        ask(&one, &LONG, "a", false).await;
    }
    for _ in 0..10 {
        ask(&two, &LONG, "a", false).await;
    }
    // Ended, then asked for once here; three fail there.
    assert!(one.invalidate(&["orders".to_owned()]).await);
    ask(&one, &LONG, "a", false).await;
    for _ in 0..3 {
        assert_eq!(ask(&two, &LONG, "fails", false).await, None);
    }
    // Never kept: a refresh loads it. Kept just now: a refresh is a hit.
    assert_eq!(ask(&one, &LONG, "b", true).await, Some(Source::Refreshed));
    assert_eq!(ask(&one, &LONG, "b", true).await, Some(Source::Hit));

    let expected = Figures {
        l1: 31,
        miss: 2,
        collapsed: 19,
        refresh: 1,
        loads: 3,
        lost_invalidated: 1,
        ..Figures::default()
    };
    assert_eq!(figures(&one, "count.long"), expected);
    let expected = Figures { l1: 9, l2: 1, errors: 3, loads: 3, load_errors: 3, ..Figures::default() };
    assert_eq!(figures(&two, "count.long"), expected);

    ask(&one, &OLD, "a", false).await;
    tokio::time::sleep(Duration::from_millis(40)).await;
    let stale = [ask(&one, &OLD, "a", false).await, ask(&one, &OLD, "a", false).await];
    assert_eq!(stale, [Some(Source::Stale), Some(Source::Stale)]);
    until("the load behind has ended", async || figures(&one, "count.old").loads == 2).await;
    let expected = Figures { miss: 1, stale: 2, loads: 2, lost_expired: 2, ..Figures::default() };
    assert_eq!(figures(&one, "count.old"), expected);
    println!("C16: l1, l2, miss, collapsed, stale, refresh, errors equal 69 scripted requests exactly");
}

#[tokio::test]
async fn requests_of_the_program_are_counted_by_its_policies() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    let path = "/admin-management/dashboard/metrics/payment-status/";
    let first = admin.get(path).await;
    let knowing = admin.clone().header("if-none-match", first.header("etag").to_owned());
    for _ in 0..4 {
        admin.get(path).await.assert_status(200);
    }
    for _ in 0..7 {
        knowing.get(path).await.assert_status(304);
    }
    let expected = Figures { l1: 11, miss: 1, loads: 1, not_modified: 7, ..Figures::default() };
    assert_eq!(figures(&app.state.cache, "admin.payment_status"), expected);
    println!("C16: 12 requests over HTTP are 1 miss, 11 hits, 7 of them not modified");
}
