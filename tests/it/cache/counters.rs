//! What is counted is what was asked, one by one.

use std::time::Duration;

use futures::future::join_all;
use tally_cache::{Background, Cache, CacheOptions, Figures, Key, NoOutbox, Policy, Reads, Scope, Source};
use tally_db::DbErr;
use tally_testkit::{PrivateRedis, TestApp};

use super::scene::until;

static LONG: Policy = Policy::new("count.long", 300, &[Reads::Whole("orders")]);
static OUTER: Policy = Policy::new("count.outer", 300, &[Reads::Whole("orders")]);
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
    let Figures { load_times, late, tags, .. } = Figures::default();
    // What a test cannot know, and what is no count of requests.
    Figures {
        policy: String::new(),
        fresh_s: 0,
        grace_s: 0,
        fail_safe_s: 0,
        reads: vec![],
        load_us: 0,
        load_times,
        load_statements: 0,
        late,
        tags,
        entries: 0,
        bytes: 0,
        values: vec![],
        ..found.unwrap()
    }
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
async fn what_goes_past_the_cache_is_counted_as_that() {
    let off = Cache::new(&CacheOptions::default());
    for _ in 0..3 {
        assert_eq!(ask(&off, &LONG, "a", false).await, Some(Source::Bypass));
    }
    assert_eq!(ask(&off, &LONG, "fails", false).await, None);
    let expected = Figures { bypass: 3, errors: 1, loads: 4, load_errors: 1, ..Figures::default() };
    assert_eq!(figures(&off, "count.long"), expected);

    // Within the load of another answer, which is kept itself.
    let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
    for _ in 0..2 {
        assert!(ask(&cache, &LONG, "a", false).await.is_some());
        let within = cache.clone();
        let load = move || async move { Ok(ask(&within, &LONG, "a", false).await == Some(Source::Bypass)) };
        let outer = cache.get(Key::new(&OUTER, Scope::Everything, 0), false, load).await.unwrap();
        assert_eq!(&outer.entry.body[..], b"true");
    }
    let expected = Figures { l1: 1, miss: 1, bypass: 1, loads: 2, ..Figures::default() };
    assert_eq!(figures(&cache, "count.long"), expected);
    println!("C16: bypass equals 5 scripted requests exactly");
}

#[tokio::test]
async fn why_an_answer_was_lost_is_counted() {
    static BIG: Policy = Policy::new("count.big", 300, &[Reads::Whole("orders"), Reads::Whole("users")]);
    let cache = Cache::new(&CacheOptions { max_bytes: 20_000, ..CacheOptions::default() });
    let ask = async |number: usize| {
        let key = Key::new(&BIG, Scope::Everything, 0).with(number);
        cache.get(key, false, || async { Ok("x".repeat(4_000)) }).await.unwrap().source
    };
    for number in 0..4 {
        ask(number).await;
    }
    assert_eq!(cache.figures().remove(0).values, [1, 4], "one scope, and each its own number");
    for number in 4..20 {
        ask(number).await;
    }
    let kept = cache.figures().remove(0);
    assert!(kept.entries > 0 && kept.bytes <= 20_000 && kept.lost_evicted == 0, "{kept:?}");
    let mut missed = 0;
    for number in 0..20 {
        missed += u64::from(ask(number).await != Source::Hit);
    }
    let told = cache.figures().remove(0);
    assert!(missed >= 20 - kept.entries, "{missed}");
    assert_eq!((told.miss, told.lost_evicted, told.lost_invalidated), (20 + missed, missed, 0));
    assert!(cache.process_figures().level1.evictions >= missed);

    cache.invalidate(&["users".to_owned()]).await;
    for number in 0..20 {
        ask(number).await;
    }
    let told = cache.figures().remove(0);
    assert!(told.lost_invalidated > 0);
    assert_eq!(told.tags.into_iter().collect::<Vec<_>>(), [("users".to_owned(), told.lost_invalidated)]);
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
