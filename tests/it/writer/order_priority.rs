//! `GET`, `POST`, `PATCH writer-management/dashboard/order-priority/{id}` and `GET …/order-priorities`

use serde_json::json;
use tally_entity::OrderStatus;
use tally_testkit::TestApp;

use super::hands::{Hand, for_writers_only};

const ALL: &str = "/writer-management/dashboard/order-priorities/";

#[tokio::test]
async fn a_writer_ranks_his_own_orders() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let order = jane.order(OrderStatus::InProgress, |_| ()).await;
    let other = jane.completed(3, |_| ()).await;
    let foreign = joe.order(OrderStatus::InProgress, |_| ()).await;
    let path = format!("/writer-management/dashboard/order-priority/{}/", order.id);
    let none = jane.caller.get(&path).await;
    none.assert_status(200);
    assert_eq!(none.statements(), 1);
    assert_eq!(
        *none.json(),
        json!({ "order_id": order.id, "priority": "medium", "notes": null, "created_at": null,
            "updated_at": null })
    );

    let first = jane.caller.post(&path, json!({ "priority": "high", "notes": "é".repeat(600) })).await;
    first.assert_status(201);
    assert_eq!(json!([first.json()["priority"], first.json()["created"]]), json!(["high", true]));
    assert_eq!(first.json()["notes"], "é".repeat(500));
    let again = jane.caller.patch(&path, json!({ "priority": "low" })).await;
    again.assert_status(200);
    assert_eq!(json!([again.json()["priority"], again.json()["created"]]), json!(["low", false]));
    assert_eq!(again.json()["notes"], "é".repeat(500));
    let found = jane.caller.get(&path).await;
    assert_eq!(
        json!([found.json()["priority"], found.json()["created_at"]]),
        json!(["low", first.json()["created_at"]])
    );
    let emptied = jane.caller.post(&path, json!({ "notes": "" })).await;
    assert_eq!(json!([emptied.json()["priority"], emptied.json()["notes"]]), json!(["medium", ""]));
    let wrong = jane.caller.post(&path, json!({ "priority": "urgent" })).await;
    wrong.assert_problem(422, "invalid");
    assert_eq!(wrong.json()["detail"], "Priority must be high, medium, or low.");

    // Somebody else's order is none of his.
    let path = format!("/writer-management/dashboard/order-priority/{}/", foreign.id);
    jane.caller.get(&path).await.assert_problem(404, "not-found");
    jane.caller.post(&path, json!({ "priority": "high" })).await.assert_problem(404, "not-found");
    joe.caller.post(&path, json!({ "priority": "high" })).await.assert_status(201);

    jane.caller
        .post(
            &format!("/writer-management/dashboard/order-priority/{}/", other.id),
            json!({ "priority": "low" }),
        )
        .await
        .assert_status(201);
    let all = jane.caller.get(ALL).await;
    all.assert_status(200);
    assert_eq!(all.statements(), 1);
    let answer = all.json();
    assert_eq!(json!([answer["total_orders"], answer["prioritized"]]), json!([2, 1]));
    let rows = answer["priorities"].as_object().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[&other.id.to_string()]["priority"], "low");
    assert_eq!(rows[&order.id.to_string()]["notes"], "");
    for_writers_only(&app, site, ALL).await;
}

#[tokio::test]
async fn a_key_ranks_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = Hand::new(&app, site, "jane").await;
    let order = jane.order(OrderStatus::InProgress, |_| ()).await;
    let path = format!("/writer-management/dashboard/order-priority/{}/", order.id);
    let keyed = jane.caller.clone().header("idempotency-key", "k");
    for _ in 0..2 {
        let reply = keyed.post(&path, json!({ "priority": "high" })).await;
        reply.assert_status(201);
        assert_eq!(reply.json()["created"], true);
    }
}
