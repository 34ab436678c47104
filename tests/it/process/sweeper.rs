//! Loads that wait keep nobody from what is kept.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait as _, TransactionTrait as _};
use tally_entity::Role;
use tally_testkit::{Serving, TestApp, WireClient, tally_to};

use super::{StateDir, token};

const KEPT: &str = "/api/v1/admin-management/tips/dashboard/";
const SLOW: &str = "/api/v1/admin-management/dashboard/top-clients/?limit=";
/// Longer than the time after which a database that cannot be looked at counts as away.
const OUTLASTS: Duration = Duration::from_millis(2_500);

#[tokio::test]
async fn loads_that_hold_every_connection_refuse_no_kept_answer() {
    let app = TestApp::start().await;
    let (state, token) = (StateDir::new(), token(&app, Role::Superadmin, None).await);
    let mut command = tally_to(app.database_url()).unwrap();
    command.env("TALLY_DB_CONNECTIONS", "2");
    let serving = Serving::start(command, &state.0).await.unwrap();
    let mut client = WireClient::connect(serving.addr, &token).await.unwrap();
    client.get(KEPT).await.unwrap();
    // Whoever reads orders now waits, and keeps his connection.
    let locking = app.db().begin().await.unwrap();
    locking.execute_unprepared("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE").await.unwrap();
    let mut waiting = tokio::task::JoinSet::new();
    for limit in 1..=4 {
        let mut client = WireClient::connect(serving.addr, &token).await.unwrap();
        waiting.spawn(async move { client.status(&format!("{SLOW}{limit}")).await });
    }
    let began = Instant::now();
    while began.elapsed() < OUTLASTS {
        let kept = client.get(KEPT).await.unwrap().head;
        assert!(kept.contains("cache-status: tally; hit"), "after {:?}: {kept}", began.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    locking.rollback().await.unwrap();
    let answered = waiting.join_all().await;
    assert!(answered.iter().all(|status| status.as_ref().is_ok_and(|status| *status == 200)), "{answered:?}");
}
