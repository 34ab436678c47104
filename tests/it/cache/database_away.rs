//! PostgreSQL goes away: what is kept is served and says so, what is not is refused at once.

use std::{
    net::SocketAddr,
    process::Stdio,
    time::{Duration, Instant},
};

use axum::response::IntoResponse as _;
use sea_orm::{ConnectionTrait as _, DbErr};
use tally_cache::{Cache, CacheOptions, Policy, Reads, Scope};
use tally_entity::Role;
use tally_http::{Asked, Lookup};
use tally_testkit::{Link, Node, Passing, PrivateRedis, Serving, TestApp, WireClient, tally_to};
use tokio::task::JoinSet;

use super::scene::{rounds, until};
use crate::process::{StateDir, token};

const PATHS: [&str; 2] = [
    "/api/v1/admin-management/dashboard/metrics/payment-status/",
    "/api/v1/admin-management/reviews/analytics/",
];
const UNKNOWN: &str = "/api/v1/admin-management/dashboard/top-clients/?limit=";
/// Until then the first ones may still try.
const NOTICED: Duration = Duration::from_millis(1_500);
const AT_ONCE: Duration = Duration::from_millis(100);

/// Old at once, and good for a quarter of an hour if need be.
static SAFE: Policy = Policy {
    fresh: Duration::from_millis(20),
    grace: Duration::ZERO,
    fail_safe: Duration::from_mins(15),
    ..Policy::new("test.safe", 300, &[Reads::Scoped("orders")])
};

/// A link to the database, and the address of the database behind it.
async fn link(url: &str) -> (Link, String) {
    let (before, rest) = url.split_once('@').expect("a user");
    let (host, name) = rest.split_once('/').expect("a database");
    let server: SocketAddr = host.replace("localhost", "127.0.0.1").parse().expect("an address");
    let link = Link::to(server).await;
    let behind = format!("{before}@{}/{name}", link.addr);
    (link, behind)
}

/// One request on a connection of its own, with when it began and how long it took.
struct Felt {
    path: String,
    began: Instant,
    took: Duration,
    status: u16,
    head: String,
}

async fn ask(addr: SocketAddr, token: String, path: String) -> Felt {
    let mut client = WireClient::connect(addr, &token).await.unwrap();
    let began = Instant::now();
    let (status, answer) = client.whatever(&path).await.unwrap();
    Felt { path, began, took: began.elapsed(), status, head: answer.head }
}

async fn outage(name: &str, how: Passing) {
    let app = TestApp::start().await;
    let (alpha, redis, state) = (app.website("alpha").await, PrivateRedis::start().await, StateDir::new());
    app.order(alpha).insert().await;
    let token = token(&app, Role::Superadmin, None).await;
    let (link, behind) = link(app.database_url()).await;
    let mut command = tally_to(&behind).unwrap();
    // Every refusal is a line in its log.
    command.env("REDIS_URL", redis.url()).stderr(Stdio::null());
    let serving = Serving::start(command, &state.0).await.unwrap();
    // Another process still reaches the database, and tells what changes.
    let other = Node::start(app.database_url(), &redis.url(), "", 1 << 20).unwrap();
    other.joined().await.unwrap();
    for path in PATHS {
        let is_kept = async || {
            let felt = ask(serving.addr, token.clone(), path.to_owned()).await;
            felt.head.contains("cache-status: tally; hit")
        };
        until("it is kept", is_kept).await;
    }
    link.set(how);
    let went = Instant::now();
    let outage = Duration::from_secs(rounds(6, 30).try_into().unwrap());
    let (mut asked, mut ended, mut limit) = (JoinSet::new(), None, 0);
    while went.elapsed() < outage {
        if ended.is_none() && went.elapsed() > outage / 2 {
            app.db().execute_unprepared("UPDATE orders SET topic = topic || '.'").await.unwrap();
            tokio::time::sleep(Duration::from_millis(600)).await;
            ended = Some(Instant::now());
        }
        limit = limit % 200 + 1;
        for path in [PATHS[0].to_owned(), PATHS[1].to_owned(), format!("{UNKNOWN}{limit}")] {
            asked.spawn(ask(serving.addr, token.clone(), path));
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let felt = asked.join_all().await;
    link.set(Passing::Everything);
    let back = async || ask(serving.addr, token.clone(), PATHS[0].to_owned()).await.status == 200;
    let back = until("it is back", back).await;

    let (mut kept, mut refused, mut at_first, mut later) = (0, 0, Duration::ZERO, Duration::ZERO);
    for Felt { path, began, took, status, head } in felt {
        let slowest = if began - went < NOTICED { &mut at_first } else { &mut later };
        *slowest = took.max(*slowest);
        let is_gone = ended.is_some_and(|ended| began >= ended) && path == PATHS[0];
        if is_gone || path.starts_with(UNKNOWN) {
            assert_eq!(status, 503, "{path}: {head}");
            assert!(head.contains("\nretry-after: "), "{head}");
            refused += 1;
        } else {
            assert_eq!(status, 200, "{path} after {:?}: {head}", began - went);
            kept += 1;
        }
    }
    println!(
        "C10: database {name} for {outage:?}: {kept} kept answers, {refused} invalidated or unknown ones refused \
         with Retry-After; the slowest took {later:?} ({at_first:?} of those begun in the first {NOTICED:?}); \
         back after {back:?}"
    );
    assert!(later <= AT_ONCE, "{later:?}");
}

#[tokio::test]
async fn a_database_that_is_down_refuses_what_is_not_kept_at_once() {
    outage("down", Passing::Broken).await;
}

#[tokio::test]
async fn a_database_that_is_frozen_refuses_what_is_not_kept_at_once() {
    outage("frozen", Passing::Nothing).await;
}

#[tokio::test]
async fn an_old_answer_says_that_it_is_old() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    let (link, behind) = link(app.database_url()).await;
    let connection = tally_db::connect(&behind, 2).await.unwrap();
    let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
    let _background = cache.start(connection.clone());
    let ask = async |website: i64| {
        let db = connection.clone();
        let load = move || async move {
            let sql = format!("SELECT count(*) FROM orders WHERE website_id = {website}");
            let asked = sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, sql);
            let row = db.query_one_raw(asked).await?.ok_or(DbErr::RecordNotFound(String::new()))?;
            row.try_get_by_index::<i64>(0)
        };
        let lookup = Lookup::new(cache.clone(), Asked::default(), &SAFE, Scope::Website(website), false);
        let began = Instant::now();
        let response = lookup.load(load).await.into_response();
        let status = response.headers().get("cache-status").and_then(|value| value.to_str().ok());
        (response.status().as_u16(), status.unwrap_or_default().to_owned(), began.elapsed())
    };
    assert_eq!(ask(alpha.0).await.1, "tally; fwd=miss; stored");
    link.set(Passing::Broken);
    let began = Instant::now();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut slowest = Duration::ZERO;
    while began.elapsed() < Duration::from_secs(3) {
        let (status, says, took) = ask(alpha.0).await;
        assert_eq!(status, 200);
        assert!(says.starts_with("tally; fwd=stale; ttl="), "{says}");
        slowest = slowest.max(took);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(ask(beta.0).await.0, 503, "nobody ever loaded it");
    println!("C10: an answer within its fail-safe time is served and says so, after at most {slowest:?}");
}
