//! `POST admin-management/orders/bulk-action`

use sea_orm::{EntityTrait as _, QueryOrder as _, Set};
use serde_json::{Value, json};
use tally_entity::{OrderStatus, Role, UserId, WebsiteId, installment, order, staff_profile};
use tally_testkit::{TestApp, ago, now};

use super::{
    given_to,
    written::{assignments, order, recorded, steps, told, transitions},
};

const ACT: &str = "/admin-management/orders/bulk-action/";
const DASHBOARD: &str = "/admin-management/orders/dashboard/";

async fn people(app: &TestApp, site: WebsiteId) -> (UserId, UserId) {
    (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Writer, Some(site)).await)
}

#[tokio::test]
async fn each_action_leads_to_its_status_with_what_belongs_to_it() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (client, writer) = people(&app, site).await;
    let admin = app.admin(site).await;
    for (action, from, to, name, done) in [
        ("cancel", OrderStatus::InProgress, OrderStatus::Cancelled, "cancel_order", "cancelled"),
        ("refund", OrderStatus::Disputed, OrderStatus::Refunded, "refund_order", "refunded"),
        ("archive", OrderStatus::Approved, OrderStatus::Archived, "archive_order", "archived"),
        ("on_hold", OrderStatus::InProgress, OrderStatus::OnHold, "hold_order", "put on hold"),
    ] {
        let before = app.order(site).set(given_to(writer)).set(|o| {
            (o.client_id, o.status) = (Set(Some(client)), Set(from));
        });
        let before = before.insert().await;
        let installments = async |paid_at, cancelled_at| {
            let row = app.installment(site).set(|i| {
                i.order_id = Set(Some(before.id));
                (i.paid_at, i.cancelled_at) = (Set(paid_at), Set(cancelled_at));
            });
            row.insert().await
        };
        installments(None, None).await;
        installments(Some(ago(1, 0)), None).await;
        installments(None, Some(ago(1, 0))).await;

        let body = json!({ "order_ids": [before.id], "action": action, "notes": " late " });
        let reply = admin.post(ACT, body).await;
        reply.assert_status(200);
        let expected = json!({ "detail": format!("1 order {done}."), "results": { "success": [before.id], "failed": [] } });
        assert_eq!(reply.json(), &expected);

        let after = order(&app, before.id).await;
        let ends = [OrderStatus::Cancelled, OrderStatus::Refunded].contains(&to);
        let cancelled_at = (to == OrderStatus::Cancelled).then(now);
        let changed =
            order::Model { status: to, cancelled_at, updated_at: after.updated_at, ..before.clone() };
        assert_eq!(after, changed);
        assert_eq!(steps(&app, before.id).await, [(from, to, name.to_owned())]);
        let transition = &transitions(&app, before.id).await[0];
        assert_eq!(
            (&transition.meta, transition.created_at, transition.is_automatic),
            (&json!({ "notes": "late" }), now(), false)
        );
        let event = "order.status_changed".to_owned();
        assert_eq!(told(&app, before.id).await, [(client, event.clone()), (writer, event)]);
        let sentence = format!("Changed order {} from {from} to {to}", before.id);
        let recorded = recorded(&app, before.id).await;
        assert_eq!((recorded.len(), &recorded[0].0), (1, &sentence));
        assert_eq!((&recorded[0].1["status"], &recorded[0].2["status"]), (&json!(from), &json!(to)));
        assert_eq!(recorded[0].2.get("cancelled_at").is_some(), to == OrderStatus::Cancelled);

        let owed =
            installment::Entity::find().order_by_desc(installment::Column::Id).all(app.db()).await.unwrap();
        let cancelled: Vec<_> = owed[..3].iter().rev().map(|row| row.cancelled_at).collect();
        assert_eq!(cancelled, [ends.then(now), None, Some(ago(1, 0))], "{action}");
        assert!(assignments(&app, before.id).await.is_empty());
    }
}

#[tokio::test]
async fn those_that_cannot_stay_as_they_are_and_say_why() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let order_of = |status| app.order(site).set(move |o| o.status = Set(status));
    let held = order_of(OrderStatus::OnHold).insert().await.id;
    let done = order_of(OrderStatus::Approved).insert().await.id;
    let paid = order_of(OrderStatus::Paid).insert().await.id;
    let removed = order_of(OrderStatus::Paid).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await.id;
    let foreign = app.order(other).insert().await.id;
    let admin = app.admin(site).await;

    let ids = [paid.0, 987_654_321, done.0, held.0, foreign.0, paid.0, removed.0];
    let reply = admin.post(ACT, json!({ "order_ids": ids, "action": "cancel" })).await;
    reply.assert_status(200);
    let unknown = "There is no such order.";
    assert_eq!(
        reply.json(),
        &json!({ "detail": "2 orders cancelled, 4 not.", "results": {
        "success": [paid, held],
        "failed": [
            { "order_id": 987_654_321, "error": unknown },
            { "order_id": done, "error": "The order is approved and cannot become cancelled." },
            { "order_id": foreign, "error": unknown },
            { "order_id": removed, "error": unknown },
        ],
    } })
    );
    let many = reply.statements();
    assert_eq!(steps(&app, done).await, []);
    assert_eq!(transitions(&app, paid).await[0].meta, json!({}));
    assert_eq!((told(&app, paid).await, recorded(&app, done).await), (vec![], vec![]));

    let again = admin.post(ACT, json!({ "order_ids": [paid], "action": "cancel" })).await;
    assert_eq!(again.json()["detail"], "0 orders cancelled, 1 not.");
    let one = order_of(OrderStatus::Paid).insert().await.id;
    let reply = admin.post(ACT, json!({ "order_ids": [one], "action": "cancel" })).await;
    assert_eq!((reply.statements(), many), (many, 5));
}

#[tokio::test]
async fn a_write_ends_the_answers_of_its_website_and_of_no_other() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let id = app.order(site).set(|o| o.status = Set(OrderStatus::Paid)).insert().await.id;
    let (admin, neighbour) = (app.admin(site).await, app.admin(other).await);
    app.sweep().await;
    let cancelled = |json: &Value| json["summary"]["cancelled_orders"].clone();
    assert_eq!(cancelled(admin.get(DASHBOARD).await.json()), 0);
    neighbour.get(DASHBOARD).await.assert_status(200);
    admin.post(ACT, json!({ "order_ids": [id], "action": "cancel" })).await.assert_status(200);
    assert_eq!(cancelled(admin.get(DASHBOARD).await.json()), 1);
    assert!(neighbour.get(DASHBOARD).await.header("cache-status").contains("; hit"));
}

#[tokio::test]
async fn a_repeated_request_is_answered_and_not_done_again() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let id = app.order(site).set(|o| o.status = Set(OrderStatus::Paid)).insert().await.id;
    let admin = app.admin(site).await.header("idempotency-key", "k1");
    let body = json!({ "order_ids": [id], "action": "on_hold" });
    let first = admin.post(ACT, body.clone()).await;
    let again = admin.post(ACT, body).await;
    again.assert_status(200);
    assert_eq!((again.json(), again.header("idempotent-replayed")), (first.json(), "true"));
    assert_eq!(first.json()["results"]["success"], json!([id]));
    assert_eq!(steps(&app, id).await.len(), 1);
}

#[tokio::test]
async fn only_admins_who_handle_orders_may() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let id = app.order(site).set(|o| o.status = Set(OrderStatus::Paid)).insert().await.id;
    let body = json!({ "order_ids": [id], "action": "cancel" });
    app.role(Role::Support, Some(site)).await.post(ACT, body.clone()).await.assert_problem(403, "forbidden");
    let barred = app.user(Role::Admin, Some(site)).insert().await;
    let flags = staff_profile::ActiveModel {
        website_id: Set(Some(site)),
        user_id: Set(barred.id),
        can_handle_orders: Set(false),
        ..Default::default()
    };
    app.insert(flags).await;
    let refused = app.sign_in(&barred).await.post(ACT, body.clone()).await;
    refused.assert_problem(403, "forbidden");
    assert!(refused.json()["detail"].as_str().unwrap().contains("can_handle_orders"));

    let admin = app.admin(site).await;
    let with = |name: &str, value: Value| {
        let mut body = body.clone();
        body[name] = value;
        body
    };
    for (wrong, pointer) in [
        (with("action", json!("delete")), "/action"),
        (with("order_ids", json!([])), "/order_ids"),
        (with("order_ids", json!((0..101).collect::<Vec<_>>())), "/order_ids"),
        (with("order_ids", json!(["x"])), "/order_ids"),
        (with("notes", json!("x".repeat(1_001))), "/notes"),
    ] {
        let reply = admin.post(ACT, wrong).await;
        reply.assert_problem(422, "invalid");
        assert!(
            reply.json()["errors"][0]["pointer"].as_str().unwrap().starts_with(pointer),
            "{}",
            reply.json()
        );
    }
    assert_eq!(order(&app, id).await.status, OrderStatus::Paid);
    admin.post(ACT, body).await.assert_status(200);
}
