use sea_orm::EntityTrait as _;
use serde_json::json;
use tally_entity::audit_log;
use tally_testkit::TestApp;

use super::servers::{PAYMENTS, Servers, until};

const PATH: &str = "/insight/reset/";

#[tokio::test]
async fn every_process_counts_from_nothing_and_keeps_its_answers() {
    let servers = Servers::new().await;
    let [(_one, mut one), (_two, mut two)] = servers.two().await;
    for _ in 0..3 {
        one.status(PAYMENTS).await;
        two.status(PAYMENTS).await;
    }
    let since = one.json("/insight/cache/").await["since"].as_str().unwrap().to_owned();
    let reset = one.post(PATH, &json!({ "what": "cache" })).await;
    assert_eq!(reset["reset"], "cache");
    let own = one.policy("admin.payment_status", "process").await;
    assert_eq!((&own["miss"], &own["l1"], &own["loads"]), (&json!(0), &json!(0), &json!(0)));
    until("the other counts anew", async || {
        let other = two.policy("admin.payment_status", "process").await;
        other["l1"] == 0 && other["l2"] == 0 && other["loads"] == 0
    })
    .await;
    assert!(one.status(PAYMENTS).await.starts_with("hit") && two.status(PAYMENTS).await.starts_with("hit"));
    until("the other has told its new counters", async || {
        let all = one.json("/insight/cache/").await;
        all["processes"] == 2 && all["since"].as_str().unwrap() > since.as_str()
    })
    .await;
    assert_eq!(one.policy("admin.payment_status", "process").await["l1"], 1);
}

#[tokio::test]
async fn words_for_what_is_not_counted_yet_are_taken_and_others_are_not() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    admin.get(PAYMENTS).await;
    let misses = async || {
        let told = admin.get("/insight/cache/?policy=admin.payment_status").await;
        told.json()["policies"][0]["miss"].as_u64().unwrap()
    };
    for what in ["slow", "repeats", "endpoints"] {
        let reply = admin.post(PATH, json!({ "what": what })).await;
        assert_eq!((reply.status.as_u16(), &reply.json()["reset"]), (200, &json!(what)));
        assert_eq!(reply.header("cache-control"), "no-store");
    }
    assert_eq!(misses().await, 1);
    let reply = admin.post(PATH, json!({ "what": "everything" })).await;
    reply.assert_problem(422, "invalid");
    assert_eq!(reply.json()["errors"][0]["pointer"], "/what");
    assert_eq!(admin.post(PATH, json!({})).await.json()["reset"], "all");
    assert_eq!(misses().await, 0);
    let rows = audit_log::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|row| row.action == "Reset insight counters"));
}
