//! `order-communications/communication-threads/{thread}/communication-messages`

use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_entity::{audit_log, message};
use tally_testkit::{TestApp, ago};

use super::scene::{Scene, messages, results};

#[tokio::test]
async fn a_page_begins_with_the_newest_in_three_statements() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let mut ids = Vec::new();
    for hour in (0..30).rev() {
        let message = app.said(&thread, &s.writer, &s.client).set(|m| m.sent_at = Set(ago(0, hour)));
        ids.push(message.insert().await.id.0);
    }
    ids.reverse();
    let client = app.sign_in(&s.client).await;
    let path = messages(&thread);
    let got = |rows: Vec<Value>| rows.iter().map(|row| row["id"].as_i64().unwrap()).collect::<Vec<_>>();
    let reply = client.get(&path).await;
    assert_eq!((reply.statements(), &reply.json()["count"]), (3, &json!(30)));
    assert_eq!(got(results(&reply)), ids[..20]);
    let last = client.get(&format!("{path}?page=2")).await;
    assert_eq!((got(results(&last)), &last.json()["next"]), (ids[20..].to_vec(), &Value::Null));
    let before = client.get(&format!("{path}?before_id={}&page_size=5", ids[9])).await;
    assert_eq!((got(results(&before)), &before.json()["count"]), (ids[10..15].to_vec(), &json!(20)));
    let after = client.get(&format!("{path}?after_id={}", ids[9])).await;
    assert_eq!(got(results(&after)), ids[..9]);
    assert_eq!(got(results(&client.get(&format!("{path}?after_id=987654321")).await)), [0; 0]);
    assert_eq!(client.get(&format!("{path}?page_size=100")).await.statements(), 3);
}

#[tokio::test]
async fn reactions_are_counted_and_taken_back() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let message = app.said(&thread, &s.writer, &s.client).insert().await;
    let (client, writer) = (app.sign_in(&s.client).await, app.sign_in(&s.writer).await);
    let path = format!("{}{}/react/", messages(&thread), message.id);
    for _ in 0..2 {
        let reply = client.post(&path, json!({ "emoji": "❤" })).await;
        reply.assert_status(200);
        let only = json!([{ "reaction": "❤️", "count": 1, "users": [s.client.id], "reacted": true }]);
        assert_eq!((&reply.json()["reactions"], &reply.json()["status"]), (&only, &json!("success")));
    }
    writer.post(&path, json!({ "reaction": "❤️" })).await.assert_status(200);
    writer.post(&path, json!({ "reaction": "🎉" })).await.assert_status(200);
    writer.post(&path, json!({ "reaction": "🍕" })).await.assert_problem(422, "invalid");
    let row = client.get(&format!("{}{}/", messages(&thread), message.id)).await;
    let counts: Vec<_> = row.json()["reactions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| (r["count"].clone(), r["reacted"].clone()))
        .collect();
    assert_eq!(counts, [(json!(2), json!(true)), (json!(1), json!(false))]);
    for _ in 0..2 {
        let body = json!({ "reaction": "❤️" });
        let gone = client.send(axum::http::Method::DELETE, &path, Some(body)).await;
        gone.assert_status(200);
        assert_eq!(gone.json()["reactions"][0]["count"], 1);
    }
}

#[tokio::test]
async fn receipts_say_who_has_read() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let mine = app.said(&thread, &s.client, &s.writer).insert().await;
    app.receipt(&mine, &s.writer).insert().await;
    let (client, writer, admin) =
        (app.sign_in(&s.client).await, app.sign_in(&s.writer).await, app.sign_in(&s.admin).await);
    let path = format!("{}{}/", messages(&thread), mine.id);
    assert_eq!(client.get(&path).await.json()["is_read"], false);
    assert_eq!(writer.get(&path).await.json()["is_read"], false);
    assert_eq!(admin.get(&path).await.json()["is_read"], true, "who got none has nothing to read");
    for _ in 0..2 {
        let reply = writer.post(&format!("{path}mark_as_read/"), json!({})).await;
        assert_eq!((reply.status.as_u16(), reply.json()), (200, &json!({ "status": "marked as read" })));
    }
    client.post(&format!("{path}mark_as_read/"), json!({})).await.assert_problem(404, "not-found");
    assert_eq!(client.get(&path).await.json()["is_read"], true);
    assert_eq!(client.get(&path).await.json()["read_receipts"], json!([]));
    let seen = admin.get(&path).await;
    let receipts = seen.json()["read_receipts"].as_array().unwrap();
    assert_eq!((receipts.len(), &receipts[0]["username"]), (1, &json!(s.writer.username)));
}

#[tokio::test]
async fn a_sender_edits_until_it_is_read_and_staff_deletes() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let send = async |minutes: i64| {
        let message = app.said(&thread, &s.client, &s.writer);
        let sent = tally_testkit::now() - chrono::Duration::minutes(minutes);
        message.set(|m| m.sent_at = Set(sent)).insert().await
    };
    let (fresh, old, read) = (send(14).await, send(16).await, send(1).await);
    app.receipt(&fresh, &s.writer).insert().await;
    let receipt = app.receipt(&read, &s.writer).set(|r| {
        (r.read_at, r.delivery_status) = (Set(Some(ago(0, 0))), Set(tally_entity::ReceiptStatus::Read));
    });
    receipt.insert().await;
    let (client, writer, admin) =
        (app.sign_in(&s.client).await, app.sign_in(&s.writer).await, app.sign_in(&s.admin).await);
    let path = |message: &message::Model| format!("{}{}/", messages(&thread), message.id);
    let text = |text: &str| json!({ "message": text });
    let edited = client.patch(&path(&fresh), text("Better")).await;
    edited.assert_status(200);
    assert_eq!(edited.json()["message"], "Better");
    assert!(edited.json()["edited_at"].is_string());
    client.patch(&path(&old), text("Better")).await.assert_problem(409, "conflict");
    client.patch(&path(&read), text("Better")).await.assert_problem(409, "conflict");
    writer.patch(&path(&fresh), text("Better")).await.assert_problem(403, "forbidden");
    let stopped = client.patch(&path(&fresh), text("me@mail.example")).await;
    assert_eq!((&stopped.json()["message"], &stopped.json()["is_hidden"]), (&json!("*****"), &json!(true)));
    writer.get(&path(&fresh)).await.assert_problem(404, "not-found");
    admin.patch(&path(&old), text("As staff says")).await.assert_status(200);
    client.delete(&path(&old)).await.assert_problem(403, "forbidden");
    admin.delete(&path(&old)).await.assert_status(204);
    client.get(&path(&old)).await.assert_problem(404, "not-found");
    let log = audit_log::Entity::find().all(app.db()).await.unwrap();
    let log: Vec<_> = log.into_iter().map(|row| (row.action, row.before.unwrap()["body"].clone())).collect();
    let id = old.id;
    assert_eq!(
        log,
        [
            (format!("Edited message {id}"), json!(old.body)),
            (format!("Deleted message {id}"), json!("As staff says"))
        ]
    );
}

#[tokio::test]
async fn recipients_are_offered_in_one_statement() {
    let app = TestApp::start().await;
    let (s, other) = (Scene::new(&app, "alpha").await, Scene::new(&app, "beta").await);
    let thread = app.talk(&s.order, &[&s.client, &s.support]).await;
    let path = format!("{}available_recipients/", messages(&thread));
    let client = app.sign_in(&s.client).await;
    let reply = client.get(&path).await;
    assert_eq!(reply.statements(), 1);
    let names: Vec<_> = reply.json().as_array().unwrap().iter().map(|p| p["username"].clone()).collect();
    assert_eq!(names, [json!(format!("Writer #{}", s.writer.id)), json!("Support")]);
    let foreign = app.sign_in(&other.client).await.get(&path).await;
    assert_eq!((foreign.status.as_u16(), foreign.json()), (200, &json!([])));
}
