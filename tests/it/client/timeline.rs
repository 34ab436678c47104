//! `GET client-management/dashboard/order-activity-timeline`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{AssignmentStatus, OrderStatus, PaymentMethod, PaymentStatus, Role};
use tally_testkit::{Reply, TestApp, ago, now};

use super::{client, order};

const TIMELINE: &str = "/client-management/dashboard/order-activity-timeline/";

/// Days and types, as the answer has them.
fn told(reply: &Reply) -> Vec<(String, Vec<String>)> {
    reply.assert_status(200);
    let kind = |event: &Value| event["type"].as_str().unwrap().to_owned();
    let days = reply.json()["timeline"].as_object().unwrap().iter();
    days.map(|(day, events)| (day.clone(), events.as_array().unwrap().iter().map(kind).collect())).collect()
}

#[tokio::test]
async fn everything_that_happened_stands_under_its_day() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let writer =
        app.user(Role::Writer, Some(site)).set(|u| u.username = Set("jane".to_owned())).insert().await;
    let admin = app.user(Role::Admin, Some(site)).set(|u| u.username = Set("boss".to_owned())).insert().await;
    let mine = order(&app, site, ann.id, |o| {
        (o.topic, o.status, o.assigned_writer_id) =
            (Set("Bees".to_owned()), Set(OrderStatus::Submitted), Set(Some(writer.id)));
        (o.submitted_at, o.client_deadline_at) =
            (Set(Some(ago(1, 0))), Set(Some(now() + chrono::Duration::days(3))));
    })
    .await;
    let change = app.order_transition(&mine, OrderStatus::Submitted).set(|t| {
        (t.old_status, t.user_id, t.created_at) =
            (Set(OrderStatus::InProgress), Set(Some(writer.id)), Set(ago(1, 1)));
    });
    change.insert().await;
    let alone = app.order_transition(&mine, OrderStatus::InProgress).set(|t| {
        (t.user_id, t.is_automatic, t.created_at) = (Set(Some(admin.id)), Set(true), Set(ago(2, 1)));
    });
    alone.insert().await;
    let payment = app.payment(&mine).set(|p| {
        (p.amount_cents, p.status, p.method) =
            (Set(1_250), Set(PaymentStatus::Completed), Set(Some(PaymentMethod::Card)));
        p.created_at = Set(ago(2, 0));
    });
    payment.insert().await;
    let given = app.order_assignment(&mine, writer.id).set(|a| {
        (a.assigned_by_id, a.responded_at, a.created_at) =
            (Set(Some(admin.id)), Set(Some(ago(1, 2))), Set(ago(5, 0)));
    });
    given.insert().await;
    let declined = app.order_assignment(&mine, writer.id);
    declined.set(|a| a.status = Set(AssignmentStatus::Declined)).insert().await;
    let late = order(&app, site, ann.id, |o| o.client_deadline_at = Set(Some(ago(4, 0)))).await;
    let theirs = order(&app, site, bob.id, |_| ()).await;
    app.order_transition(&theirs, OrderStatus::OnHold).insert().await;
    order(&app, site, ann.id, |o| o.created_at = Set(ago(91, 0))).await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get(TIMELINE).await;
    assert_eq!(reply.statements(), 4);
    let kinds = |kinds: &[&str]| kinds.iter().map(|kind| (*kind).to_owned()).collect::<Vec<_>>();
    let day = |day: &str, all: &[&str]| (day.to_owned(), kinds(all));
    let expected = [
        day("2026-04-18", &["client_deadline"]),
        day("2026-04-14", &["order_submitted", "status_changed", "writer_assigned"]),
        day("2026-04-13", &["payment_event", "status_changed"]),
        day("2026-04-11", &["client_deadline"]),
        day("2026-04-05", &["order_created", "order_created"]),
    ];
    assert_eq!(told(&reply), expected);
    let answer = reply.json();
    assert_eq!((&answer["total_events"], &answer["order_id"]), (&json!(9), &Value::Null));
    assert_eq!(answer["date_range"], json!({ "from": "2026-01-15T12:00:00Z", "to": "2026-04-15T12:00:00Z" }));
    let days = &answer["timeline"];
    let pen = format!("Writer #{}", writer.id);
    let expected = json!({
        "timestamp": "2026-04-14T11:00:00Z", "type": "status_changed",
        "description": "Status changed from In Progress to Submitted", "order_id": mine.id, "order_topic": "Bees",
        "status": "submitted", "actor": pen,
        "details": { "old_status": "in_progress", "new_status": "submitted", "action": "action", "is_automatic": false },
    });
    assert_eq!(days["2026-04-14"][1], expected);
    assert_eq!(days["2026-04-14"][2]["description"], format!("Writer {pen} was assigned"));
    assert_eq!(days["2026-04-14"][2]["actor"], "boss");
    let writer_named = json!({ "writer_id": writer.id, "writer_username": pen });
    assert_eq!(days["2026-04-14"][2]["details"], writer_named);
    assert_eq!(days["2026-04-13"][0]["description"], "Payment of $12.50: completed");
    let paid = json!({ "amount": 12.5, "payment_status": "completed", "payment_method": "card" });
    assert_eq!(days["2026-04-13"][0]["details"], paid);
    assert_eq!(
        (&days["2026-04-13"][1]["actor"], &days["2026-04-13"][1]["status"]),
        (&json!("System"), &json!("in_progress"))
    );
    assert_eq!(days["2026-04-18"][0]["details"], json!({ "is_overdue": false }));
    assert_eq!(days["2026-04-11"][0]["details"], json!({ "is_overdue": true }));
    assert_eq!(days["2026-04-05"][0]["description"], format!("Order #{} was created", mine.id));
    assert!(!String::from_utf8_lossy(&reply.body).contains("jane"), "a client does not know a writer's name");

    let one = caller.get(&format!("{TIMELINE}?order_id={}", late.id)).await;
    assert_eq!((one.statements(), &one.json()["total_events"]), (4, &json!(2)));
    caller.get(&format!("{TIMELINE}?order_id={}", theirs.id)).await.assert_problem(404, "not-found");
    let span = caller.get(&format!("{TIMELINE}?date_from=2026-01-14&date_to=2026-01-14")).await;
    assert_eq!(told(&span), [day("2026-01-14", &["order_created"])]);
    assert_eq!(
        span.json()["date_range"],
        json!({ "from": "2026-01-14T00:00:00Z", "to": "2026-01-15T00:00:00Z" })
    );
}
