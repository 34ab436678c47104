//! `GET order-payments/payment-reminders-sent`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::Role;
use tally_testkit::{TestApp, ago};

const LIST: &str = "/order-payments/payment-reminders-sent/";

#[tokio::test]
async fn what_was_sent_is_written_down() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await;
    let bob = app.user_id(Role::Client, Some(site)).await;
    let order = app.order(site).set(|o| o.client_id = Set(Some(ann.id))).insert().await;
    let early = app.payment_reminder_config(site).insert().await;
    let late = app.payment_reminder_config(site).insert().await;
    let first =
        app.payment_reminder_sent(&early, &order, ann.id).set(|s| s.sent_at = Set(ago(2, 0))).insert().await;
    let second = app.payment_reminder_sent(&late, &order, bob).insert().await;
    let there = app.payment_reminder_config(other).insert().await;
    let foreign = app.order(other).insert().await;
    let client = app.user_id(Role::Client, Some(other)).await;
    app.payment_reminder_sent(&there, &foreign, client).insert().await;

    let editor = app.role(Role::Editor, Some(site)).await;
    let reply = editor.get(LIST).await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["count"]), (2, &json!(2)));
    let expected = json!({
        "id": first.id, "reminder_config": early.id, "reminder_config_name": early.name, "order": order.id,
        "order_id": order.id, "payment": null, "payment_id": null, "client": ann.id, "client_username": "ann",
        "sent_at": "2026-04-13T12:00:00Z", "sent_as_notification": false, "sent_as_email": false,
    });
    assert_eq!(
        (&reply.json()["results"][0]["id"], &reply.json()["results"][1]),
        (&json!(second.id), &expected)
    );
    let (first, second) = (json!([first.id]), json!([second.id]));
    for (query, expected) in [
        (format!("client={}", ann.id), &first),
        (format!("reminder_config={}", late.id), &second),
        ("date_from=2026-04-13&date_to=2026-04-13".to_owned(), &first),
        ("order=987654321".to_owned(), &json!([])),
    ] {
        let reply = editor.get(&format!("{LIST}?{query}")).await;
        let ids: Vec<Value> =
            reply.json()["results"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
        assert_eq!(json!(ids), *expected, "{query}");
    }
    app.sign_in(&ann).await.get(LIST).await.assert_problem(403, "forbidden");
}
