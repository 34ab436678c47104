//! Files that do not arrive whole.

use std::time::Duration;

use axum::body::Body;
use futures::StreamExt as _;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use serde_json::json;
use tally_entity::audit_log;
use tally_testkit::TestApp;
use tokio::time::timeout;

use super::{USERS, log};

/// Far more than waits on the way to a caller who reads nothing.
const ROWS: u32 = 20_000;
const PATIENCE: Duration = Duration::from_secs(10);

async fn many_users(app: &TestApp) {
    let sql = format!(
        "INSERT INTO users (email, username, password_hash, role) \
         SELECT n || '@people.example', 'user' || n, '!', 'support' FROM generate_series(1, {ROWS}) n"
    );
    app.db().execute_unprepared(&sql).await.unwrap();
}

async fn number(app: &TestApp, sql: &str) -> i64 {
    let row = app.db().query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

/// The body of an export whose first rows have come.
async fn begun(app: &TestApp) -> impl futures::Stream<Item = Result<axum::body::Bytes, axum::Error>> {
    let response = app.superadmin().await.open(USERS).await;
    assert_eq!(response.status(), 200);
    let mut body = Body::into_data_stream(response.into_body());
    assert!(body.next().await.unwrap().unwrap().starts_with(b"User ID,"));
    body
}

/// The entry about the export, which comes when it has ended.
async fn entry(app: &TestApp) -> audit_log::Model {
    let found = async {
        loop {
            if let Some(entry) = log(app).await.pop() {
                return entry;
            }
        }
    };
    timeout(PATIENCE, found).await.expect("the export is written down")
}

#[tokio::test]
async fn a_statement_that_fails_on_the_way_breaks_the_file_off() {
    let app = TestApp::start().await;
    many_users(&app).await;
    let body = begun(&app).await;
    let ended = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
                 WHERE datname = current_database() AND query LIKE 'FETCH%'";
    assert_eq!(number(&app, ended).await, 1);
    let chunks: Vec<_> = timeout(PATIENCE, body.collect()).await.expect("the file ends");
    let (last, others) = chunks.split_last().unwrap();
    assert!(last.is_err(), "a part of the file was taken for the whole");
    assert!(others.iter().all(Result::is_ok));

    let after = entry(&app).await.after.unwrap();
    assert_eq!((&after["complete"], &after["format"]), (&json!(false), &json!("csv")));
    assert!(after["rows"].as_u64().is_some_and(|rows| (1_000..20_000).contains(&rows)), "{after}");
}

#[tokio::test]
async fn a_caller_who_leaves_ends_the_statement() {
    let app = TestApp::start().await;
    many_users(&app).await;
    let body = begun(&app).await;
    let open = "SELECT count(*) FROM pg_stat_activity \
                WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    assert_eq!(number(&app, open).await, 1);
    drop(body);
    let after = entry(&app).await.after.unwrap();
    assert_eq!(after["complete"], false);
    assert!(after["rows"].as_u64().is_some_and(|rows| rows < 5_000), "{after}");
    let ended = async { while number(&app, open).await > 0 {} };
    timeout(PATIENCE, ended).await.expect("the statement has ended");
}
