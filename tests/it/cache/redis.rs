//! The second level is a help and never a condition.

use tally_cache::{Background, Cache, CacheOptions, Key, NoOutbox, Policy, Reads, Scope, Source};
use tally_testkit::{TestApp, TestOptions, redis_url};

static POLICY: Policy = Policy::new("test.answer", 300, &[Reads::Whole("orders")]);

async fn ask(cache: &Cache, what: &str) -> (Source, usize) {
    let key = Key::new(&POLICY, Scope::Everything, 0).with(what);
    let text = what.repeat(2_000);
    let reply = cache.get(key, false, move || async move { Ok(text) }).await.expect("an answer");
    (reply.source, reply.entry.body.len())
}

/// Room for one answer: the others live in Redis.
fn small(redis_url: Option<String>) -> (Cache, Background) {
    let prefix = uuid::Uuid::new_v4().simple().to_string();
    let cache = Cache::new(&CacheOptions { max_bytes: 6_000, redis_url, prefix });
    let background = cache.start(NoOutbox);
    (cache, background)
}

#[tokio::test]
async fn an_answer_that_fell_out_of_memory_is_found_in_redis() {
    let (cache, _background) = small(Some(redis_url()));
    while !cache.is_joined() {
        tokio::task::yield_now().await;
    }
    assert_eq!(ask(&cache, "ab").await, (Source::Loaded { stored: true }, 4_002));
    for other in ["cd", "ef", "gh", "ij"] {
        ask(&cache, other).await;
    }
    // Storing goes on behind the answers, and memory is tidied up now and then.
    let mut found = Vec::new();
    for _ in 0..200 {
        for what in ["ab", "cd", "ef", "gh", "ij"] {
            found.push(ask(&cache, what).await);
        }
        if found.contains(&(Source::Level2, 4_002)) {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("nothing was found in Redis: {found:?}");
}

#[tokio::test]
async fn a_server_that_is_not_there_fails_no_request() {
    let nowhere = "redis://127.0.0.1:1".to_owned();
    let (cache, _background) = small(Some(nowhere));
    for what in ["ab", "cd", "ab", "cd"] {
        assert_eq!(ask(&cache, what).await.1, 4_002);
    }
}

#[tokio::test]
async fn a_dashboard_is_the_same_with_redis_behind_it() {
    let app = TestApp::with(TestOptions { redis: true, ..TestOptions::default() }).await;
    let admin = app.superadmin().await;
    app.sweep().await;
    let first = admin.get("/admin-management/dashboard/").await;
    first.assert_status(200);
    let again = admin.get("/admin-management/dashboard/").await;
    assert_eq!((again.statements(), &again.body), (0, &first.body));
}
