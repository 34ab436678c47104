//! `GET admin-management/unified-search/search`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{PaymentStatus, Role, WebsiteId, message, thread, user};
use tally_testkit::{Caller, Reply, TestApp, ago};
use uuid::Uuid;

const SEARCH: &str = "/admin-management/unified-search/search/";

async fn found(caller: &Caller<'_>, query: &str) -> Reply {
    let reply = caller.get(&format!("{SEARCH}?{query}")).await;
    reply.assert_status(200);
    reply
}

/// The ids of what was found of a kind.
fn ids(reply: &Reply, kind: &str) -> Vec<Value> {
    reply.json()[kind].as_array().unwrap().iter().map(|hit| hit["id"].clone()).collect()
}

struct Place {
    site: WebsiteId,
    client: user::Model,
    writer: user::Model,
    thread: thread::Model,
}

/// A client's order about the tides with a payment and a conversation with its writer.
async fn place(app: &TestApp, name: &str) -> Place {
    let site = app.website(name).await;
    let client = app.user(Role::Client, Some(site)).set(|u| {
        (u.first_name, u.last_name) = (Set("Tidely".to_owned()), Set("Moon".to_owned()));
    });
    let client = client.insert().await;
    let writer = app.user(Role::Writer, Some(site)).insert().await;
    let order = app.order(site).set(|o| {
        (o.client_id, o.assigned_writer_id) = (Set(Some(client.id)), Set(Some(writer.id)));
        (o.topic, o.total_price_cents) = (Set("How tides work".to_owned()), Set(1250));
    });
    let order = order.insert().await;
    let payment = app.payment(&order).set(|p| {
        (p.transaction_id, p.status) = (Set(Some(format!("tide-{name}"))), Set(PaymentStatus::Completed));
        (p.reference_id, p.amount_cents) =
            (Set(Uuid::from_u128(order.id.0.unsigned_abs().into())), Set(1250));
    });
    payment.insert().await;
    let thread = app.thread(site).set(|t| {
        (t.order_id, t.subject) = (Set(Some(order.id)), Set(Some("Your order".to_owned())));
    });
    let thread = thread.insert().await;
    for person in [&client, &writer] {
        app.thread_participant(&thread, person).insert().await;
    }
    Place { site, client, writer, thread }
}

async fn say(
    app: &TestApp,
    place: &Place,
    by: &user::Model,
    body: &str,
    change: impl FnOnce(&mut message::ActiveModel),
) -> Value {
    let row = app.message(&place.thread, by).set(|m| m.body = Set(body.to_owned())).set(change);
    json!(row.insert().await.id)
}

#[tokio::test]
async fn an_admin_finds_everything_of_his_websites() {
    let app = TestApp::start().await;
    let (here, there) = (place(&app, "alpha").await, place(&app, "beta").await);
    let admin = app.user(Role::Admin, Some(here.site)).insert().await;
    let caller = app.sign_in(&admin).await;

    let reply = found(&caller, "q=+TIDE+").await;
    assert_eq!(reply.statements(), 4);
    let order = json!({
        "id": 1, "type": "order", "title": "How tides work", "subtitle": "Order #1", "url": "/orders/1",
        "created_at": "2026-04-05T12:00:00Z", "status": "pending", "amount": 12.5, "client": "client1",
        "client_email": "client1@people.example",
    });
    let person = json!({
        "id": 1, "type": "user", "title": "Tidely Moon", "subtitle": "client1@people.example",
        "url": "/admin/users/1/view", "created_at": "2026-01-05T12:00:00Z", "username": "client1",
        "email": "client1@people.example", "role": "client", "first_name": "Tidely", "last_name": "Moon",
    });
    let payment = json!({
        "id": "order_payment_1", "type": "payment", "title": "tide-alpha", "subtitle": "Payment #1",
        "url": "/payments", "created_at": "2026-04-05T12:00:00Z", "amount": 12.5, "status": "completed",
        "order_id": 1,
    });
    let answer = json!({
        "query": "TIDE", "orders": [order], "users": [person], "payments": [], "messages": [],
        "total_results": 2,
    });
    assert_eq!(*reply.json(), answer);
    // Numbers of payments are found as they are written.
    assert_eq!(found(&caller, "q=tide-").await.json()["payments"], json!([payment]));
    assert_eq!(found(&caller, "q=tide-alpha").await.json()["payments"], json!([payment]));
    let reference = format!("q={}", Uuid::from_u128(1));
    assert_eq!(found(&caller, &reference).await.json()["payments"], json!([payment]));
    assert_eq!(found(&caller, "q=tide-beta").await.json()["total_results"], 0);

    let superadmin = app.superadmin().await;
    let reply = found(&superadmin, "q=tides").await;
    assert_eq!(ids(&reply, "orders"), [json!(2), json!(1)]);
    let reply = found(&superadmin, &format!("q=tides&website={}", there.site)).await;
    assert_eq!(ids(&reply, "orders"), [json!(2)]);
    caller.get(&format!("{SEARCH}?q=tides&website={}", there.site)).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn everybody_finds_what_is_his_and_nobody_is_refused() {
    let app = TestApp::start().await;
    let (here, there) = (place(&app, "alpha").await, place(&app, "beta").await);
    let said = say(&app, &here, &here.writer, "the tides are late", |_| {}).await;
    say(&app, &there, &there.writer, "the tides are early", |_| {}).await;
    let one = |id: i64| vec![json!(id)];
    let none = Vec::<Value>::new();

    let client = app.sign_in(&here.client).await;
    let reply = found(&client, "q=tide").await;
    assert_eq!((reply.statements(), ids(&reply, "orders")), (3, one(1)));
    assert_eq!((ids(&reply, "users"), ids(&reply, "messages")), (none.clone(), vec![said.clone()]));
    let message = &reply.json()["messages"][0];
    let writer = format!("Writer #{}", here.writer.id);
    assert_eq!((&message["sender"], &message["sender_email"]), (&json!(writer), &Value::Null));
    assert_eq!(message["url"], "/orders/1/messages");
    assert_eq!((&message["subject"], &message["content"]), (&json!("Your order"), &message["body"]));
    assert_eq!(found(&client, "q=tide-").await.json()["payments"][0]["id"], "order_payment_1");
    assert_eq!(found(&client, "q=tide-beta").await.json()["total_results"], 0);

    let reply = found(&app.sign_in(&here.writer).await, "q=tide").await;
    assert_eq!((reply.statements(), ids(&reply, "orders")), (2, one(1)));
    let order = &reply.json()["orders"][0];
    assert_eq!((&order["client"], &order["client_email"]), (&json!("Client #1"), &Value::Null));
    assert_eq!((ids(&reply, "payments"), ids(&reply, "messages")), (none.clone(), vec![said]));

    let support = app.role(Role::Support, Some(here.site)).await;
    let reply = found(&support, "q=tide-").await;
    assert_eq!((reply.statements(), ids(&reply, "users")), (3, none.clone()));
    assert_eq!(ids(&reply, "payments"), [json!("order_payment_1")]);
    let reply = found(&app.role(Role::Editor, Some(here.site)).await, "q=tide-").await;
    assert_eq!((reply.statements(), ids(&reply, "payments")), (2, none));
}

#[tokio::test]
async fn what_was_said_is_found_by_those_it_was_said_to() {
    let app = TestApp::start().await;
    let here = place(&app, "alpha").await;
    let support = app.user(Role::Support, Some(here.site)).insert().await;
    app.thread_participant(&here.thread, &support).insert().await;
    let long = format!("ebb {}", "é".repeat(200));
    let plain = say(&app, &here, &here.client, &long, |m| m.sent_at = Set(ago(0, 3))).await;
    let twice = say(&app, &here, &here.client, "ebb and ebb", |m| m.sent_at = Set(ago(0, 4))).await;
    let note = |m: &mut message::ActiveModel| (m.is_internal_note, m.sent_at) = (Set(true), Set(ago(0, 5)));
    let internal = say(&app, &here, &support, "ebb for us", note).await;
    let meant = |m: &mut message::ActiveModel| {
        (m.visible_to_roles, m.sent_at) = (Set(vec!["writer".to_owned()]), Set(ago(0, 6)));
    };
    let for_writers = say(&app, &here, &support, "ebb for you", meant).await;
    say(&app, &here, &here.client, "ebb gone", |m| m.deleted_at = Set(Some(ago(0, 0)))).await;
    say(&app, &here, &here.client, "ebb hidden", |m| m.is_hidden = Set(true)).await;
    say(&app, &here, &here.client, "flow", |_| {}).await;

    let messages = async |person: &user::Model| {
        ids(&found(&app.sign_in(person).await, "q=ebb&types=messages").await, "messages")
    };
    let (ebb, first) = (vec![twice.clone(), plain.clone()], messages(&here.client).await);
    assert_eq!(first, ebb);
    assert_eq!(messages(&here.writer).await, [twice.clone(), plain.clone(), for_writers]);
    assert_eq!(messages(&support).await, [twice, plain, internal]);
    let reply = found(&app.sign_in(&here.client).await, "q=é").await;
    assert_eq!(reply.statements(), 0);
    let reply = found(&app.sign_in(&here.client).await, "q=ebb").await;
    assert_eq!(reply.json()["messages"][1]["title"].as_str().unwrap().chars().count(), 100);

    let gone = app.user(Role::Client, Some(here.site)).insert().await;
    let left = app.thread_participant(&here.thread, &gone).set(|p| p.left_at = Set(Some(ago(0, 0))));
    left.insert().await;
    assert_eq!(messages(&gone).await, Vec::<Value>::new());
}

#[tokio::test]
async fn what_is_asked_for_is_looked_for() {
    let app = TestApp::start().await;
    let here = place(&app, "alpha").await;
    for _ in 0..12 {
        app.order(here.site).set(|o| o.topic = Set("neap tides".to_owned())).insert().await;
    }
    let admin = app.admin(here.site).await;
    for (query, statements, orders) in [
        ("q=tides", 4, 10),
        ("q=tides&limit=999", 4, 13),
        ("q=tides&limit=0&types=orders", 1, 1),
        ("q=tides&types=orders,unknown", 1, 10),
        ("q=tides&types[]=users", 1, 0),
        ("q=tides&types=unknown", 0, 0),
        ("q=tides&types=", 4, 10),
        ("q=t", 0, 0),
        ("", 0, 0),
        ("q=%20%20%20", 0, 0),
        ("q='+|+!", 4, 0),
        ("q=work+tid", 4, 1),
    ] {
        let reply = found(&admin, query).await;
        assert_eq!((reply.statements(), ids(&reply, "orders").len()), (statements, orders), "{query}");
        let answer = reply.json().as_object().unwrap();
        let names = ["query", "orders", "users", "payments", "messages", "total_results"];
        assert!(names.iter().all(|name| answer.contains_key(*name)), "{query}");
    }
    let third = app.order(here.site).insert().await.id;
    assert_eq!(ids(&found(&admin, &format!("q={third}&types=orders")).await, "orders"), [json!(third)]);
    admin.get(&format!("{SEARCH}?q=tides&limit=many")).await.assert_problem(422, "invalid");
    app.nobody().get(&format!("{SEARCH}?q=tides")).await.assert_problem(401, "unauthenticated");
}
