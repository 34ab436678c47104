//! What psql or any other program changes shows within a second.

use std::time::{Duration, Instant};

use sea_orm::ConnectionTrait;
use serde_json::Value;
use tally_entity::Role;
use tally_testkit::{Serving, TestApp, WireClient, tally_to};

use super::{StateDir, token};

const PATH: &str = "/api/v1/admin-management/dashboard/";

async fn ask(client: &mut WireClient) -> (String, Value) {
    let answer = client.get(PATH).await.unwrap();
    let status = answer.head.lines().find_map(|line| line.strip_prefix("cache-status: ")).unwrap_or_default();
    (status.to_owned(), serde_json::from_slice(&answer.body).unwrap())
}

#[tokio::test]
async fn a_change_from_outside_shows_within_a_second_and_only_where_it_belongs() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    app.order(alpha).insert().await;
    let state = StateDir::new();
    let of_alpha = token(&app, Role::Admin, Some(alpha)).await;
    let of_beta = token(&app, Role::Admin, Some(beta)).await;
    let server = Serving::start(tally_to(app.database_url()).unwrap(), &state.0).await.unwrap();
    let mut alpha_client = WireClient::connect(server.addr, &of_alpha).await.unwrap();
    let mut beta_client = WireClient::connect(server.addr, &of_beta).await.unwrap();
    ask(&mut alpha_client).await;
    ask(&mut beta_client).await;
    assert!(ask(&mut alpha_client).await.0.starts_with("tally; hit"));

    let mut slowest = Duration::ZERO;
    for changed in 1..=10_u32 {
        let sql =
            format!("UPDATE orders SET total_price_cents = {changed}00, is_paid = TRUE, paid_at = now()");
        app.db().execute_unprepared(&sql).await.unwrap();
        let started = Instant::now();
        while ask(&mut alpha_client).await.1["total_revenue"] != changed {
            assert!(started.elapsed() < Duration::from_secs(1), "the old figure after a second");
        }
        slowest = slowest.max(started.elapsed());
        let (status, _) = ask(&mut beta_client).await;
        assert!(status.starts_with("tally; hit"), "another website's answer was ended: {status}");
    }
    println!("slowest of 10 changes from outside: {} ms", slowest.as_millis());
}
