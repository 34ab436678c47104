//! A server with `TALLY_WARM=on`.

use std::time::Duration;

use sea_orm::ConnectionTrait as _;
use serde_json::json;

use super::servers::{Asking, PAYMENTS, Servers, until};

async fn loads(asking: &mut Asking) -> u64 {
    asking.policy("admin.payment_status", "process").await["loads"].as_u64().unwrap()
}

#[tokio::test]
async fn answers_are_there_before_they_are_asked_for_and_again_when_they_were_popular() {
    let servers = Servers::new().await;
    let mut command = servers.tally(&[]);
    command.env("TALLY_WARM", "on");
    let (_serving, mut asking) = servers.serve(command).await;
    until("both scopes are loaded", async || loads(&mut asking).await >= 2).await;
    until("and nothing else is left to load", async || {
        let told = asking.json("/insight/cache/?policy=admin.yearly_comparison").await;
        told["policies"][0]["entries"] == 2
    })
    .await;
    let first = loads(&mut asking).await;
    // Nine times is not often.
    for _ in 0..9 {
        assert!(asking.status(PAYMENTS).await.starts_with("hit"), "the first one already");
    }
    let change = "UPDATE orders SET topic = topic || '.'";
    servers.app.db().execute_unprepared(change).await.unwrap();
    tokio::time::sleep(Duration::from_millis(900)).await;
    tokio::time::sleep(Duration::from_millis(900)).await;
    assert_eq!(loads(&mut asking).await, first, "nobody wants it");

    assert!(asking.status(PAYMENTS).await.starts_with("fwd=miss"));
    for _ in 0..10 {
        assert!(asking.status(PAYMENTS).await.starts_with("hit"));
    }
    assert_eq!(loads(&mut asking).await, first + 1);
    servers.app.db().execute_unprepared(change).await.unwrap();
    until("it is loaded again", async || loads(&mut asking).await == first + 2).await;
    until("it is there", async || asking.status(PAYMENTS).await.starts_with("hit")).await;

    // When everything ends at once, everything marked is loaded again.
    let before = loads(&mut asking).await;
    asking.post("/insight/cache/flush/", &json!({ "everything": true })).await;
    until("both scopes are loaded again", async || loads(&mut asking).await == before + 2).await;
}
