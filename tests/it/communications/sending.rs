//! Sending a message, and what is written with it.

use axum::http::Method;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_entity::{
    OrderStatus, Role, file, message, message_flag, message_receipt, notification, screened_word,
    thread_participant,
};
use tally_testkit::{Caller, Reply, TestApp};

use super::scene::{Scene, THREADS, list, messages, results};

#[tokio::test]
async fn a_message_reaches_the_other_side() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    app.participant(&thread, &s.support).insert().await;
    app.participant(&thread, &s.editor).set(|p| p.left_at = Set(Some(tally_testkit::now()))).insert().await;
    let (client, writer) = (app.sign_in(&s.client).await, app.sign_in(&s.writer).await);
    let path = messages(&thread);
    let sent =
        client.post(&path, json!({ "recipient": s.writer.id, "message": "  How far are you? " })).await;
    sent.assert_status(201);
    let row = sent.json();
    assert_eq!((&row["message"], &row["message_type"]), (&json!("How far are you?"), &json!("text")));
    assert_eq!((&row["is_sender"], &row["is_read"]), (&json!(true), &json!(false)));
    assert_eq!(row["recipient_display_name"], json!(format!("Writer #{}", s.writer.id)));
    assert_eq!((&row["read_receipts"], &row["flagged_message"]), (&json!([]), &Value::Null));

    let receipts = message_receipt::Entity::find().all(app.db()).await.unwrap();
    let mut got: Vec<_> = receipts.iter().map(|receipt| receipt.user_id).collect();
    got.sort_unstable();
    assert_eq!(got, [s.writer.id, s.support.id], "those who take part and may see it");
    let notices = notification::Entity::find().all(app.db()).await.unwrap();
    let [notice] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!((notice.user_id, notice.event.as_str()), (s.writer.id, "message.received"));
    assert_eq!(notice.dedupe_key.as_deref(), Some(format!("message:{}", thread.id).as_str()));

    // The second message renews the one notice of the conversation.
    let read = writer.post(&format!("{path}mark-thread-read/"), json!({})).await;
    assert_eq!(read.json(), &json!({ "status": "success", "marked_count": 1 }));
    assert_eq!(read.statements(), 2);
    let unread =
        async || writer.get("/notifications_system/unread-count/").await.json()["unread_count"].clone();
    assert_eq!(unread().await, 0);
    let id = sent.json()["id"].as_i64().unwrap();
    assert_eq!(client.get(&format!("{path}{id}/")).await.json()["is_read"], true);
    client.post(&path, json!({ "recipient": s.writer.id, "message": "And now?" })).await.assert_status(201);
    assert_eq!(unread().await, 1);
    assert_eq!(notification::Entity::find().all(app.db()).await.unwrap().len(), 1);
    let again = writer.post(&format!("{path}mark-thread-read/"), json!({})).await;
    assert_eq!(again.json()["marked_count"], 1);
    let again = writer.post(&format!("{path}mark-thread-read/"), json!({})).await;
    assert_eq!(again.json()["marked_count"], 0);
}

#[tokio::test]
async fn whoever_is_on_the_other_side_gets_a_simple_message() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let send = async |caller: &Caller<'_>, thread: i64| {
        let path = format!("{THREADS}{thread}/send-message-simple/");
        let reply = caller.post(&path, json!({ "message": "hello" })).await;
        reply.assert_status(201);
        reply.json()["message"]["recipient"]["id"].clone()
    };
    let (client, writer, support) =
        (app.sign_in(&s.client).await, app.sign_in(&s.writer).await, app.sign_in(&s.support).await);
    let both = app.talk(&s.order, &[&s.support, &s.writer, &s.client]).await.id.0;
    assert_eq!(send(&support, both).await, json!(s.client.id));
    assert_eq!(send(&client, both).await, json!(s.support.id), "who joined first");
    let pair = s.thread(&app).await.id.0;
    assert_eq!(send(&writer, pair).await, json!(s.client.id));
    let alone = app.talk(&s.order, &[&s.client]).await.id.0;
    assert_eq!(send(&client, alone).await, json!(s.writer.id), "the order's other side joins");
    assert_eq!(send(&writer, alone).await, json!(s.client.id));
    let nobody = app.order(s.site).set(|o| o.client_id = Set(Some(s.client.id))).insert().await;
    let nobody = app.talk(&nobody, &[&s.client]).await.id;
    let path = format!("{THREADS}{nobody}/send-message-simple/");
    client.post(&path, json!({ "message": "hello" })).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn what_is_screened_waits_for_staff() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    for (site, word) in [(Some(s.site), "paypal"), (None, "venmo")] {
        let row = screened_word::ActiveModel {
            website_id: Set(site),
            word: Set(word.to_owned()),
            ..Default::default()
        };
        app.insert(row).await;
    }
    let thread = s.thread(&app).await;
    let (client, writer, admin) =
        (app.sign_in(&s.client).await, app.sign_in(&s.writer).await, app.sign_in(&s.admin).await);
    let path = messages(&thread);
    let send = async |caller: &Caller<'_>, to: i64, text: &str| {
        caller.post(&path, json!({ "recipient_id": to, "message": text })).await
    };
    let stopped = send(&client, s.writer.id.0, "Venmo or ada@mail.example, see https://a.example/x").await;
    stopped.assert_status(201);
    let row = stopped.json();
    assert_eq!(row["message"], "***** or *****, see https://a.example/x");
    assert_eq!(
        (&row["is_hidden"], &row["is_flagged"], &row["message_type"]),
        (&json!(true), &json!(true), &json!("link"))
    );
    assert_eq!((&row["link_domain"], &row["is_link_approved"]), (&json!("a.example"), &json!(false)));
    assert_eq!(row["flagged_message"], Value::Null, "the sender is not told why");
    assert!(message_receipt::Entity::find().all(app.db()).await.unwrap().is_empty());
    let flag = message_flag::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((flag.reason.as_str(), flag.matched.len()), ("restricted_content", 3));
    let told = notification::Entity::find().all(app.db()).await.unwrap();
    let told: Vec<_> = told.iter().map(|notice| (notice.user_id, notice.event.as_str())).collect();
    assert_eq!(told, [(s.admin.id, "message.flagged")]);

    assert_eq!(results(&client.get(&path).await).len(), 1, "the sender sees it");
    assert_eq!(results(&writer.get(&path).await).len(), 0);
    let seen = results(&admin.get(&path).await);
    assert_eq!(seen[0]["flagged_message"]["reason"], "restricted_content");
    assert_eq!(list(&writer, "").await[0]["last_message"], Value::Null);

    let link = send(&writer, s.client.id.0, "https://b.example").await;
    assert_eq!((&link.json()["is_hidden"], &link.json()["message_type"]), (&json!(true), &json!("link")));
    let plain = send(&writer, s.client.id.0, "paypalling").await;
    assert_eq!(plain.json()["is_hidden"], false);
    let staff = send(&admin, s.client.id.0, "Write to help@site.example or https://b.example").await;
    assert_eq!(
        (&staff.json()["is_hidden"], &staff.json()["is_link_approved"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(results(&client.get(&path).await).len(), 3);
    assert_eq!(results(&client.get(&path).await)[0]["sender_display_name"], "Support");
    assert_eq!(results(&client.get(&path).await)[0]["sender_role"], "support");
}

#[tokio::test]
async fn messages_are_refused_for_reasons() {
    let app = TestApp::start().await;
    let (s, other) = (Scene::new(&app, "alpha").await, Scene::new(&app, "beta").await);
    let thread = s.thread(&app).await;
    let hidden = app.said(&thread, &s.writer, &s.client).set(|m| m.is_hidden = Set(true)).insert().await;
    let client = app.sign_in(&s.client).await;
    let path = messages(&thread);
    let send = async |body: Value| client.post(&path, body).await;
    let empty = send(json!({ "recipient": s.writer.id, "message": " " })).await;
    empty.assert_problem(422, "invalid");
    assert_eq!(empty.json()["errors"][0]["detail"], "Please enter a message or attach a file.");
    send(json!({ "recipient": s.writer.id, "message": "x".repeat(5001) }))
        .await
        .assert_problem(422, "invalid");
    send(json!({ "recipient": other.writer.id, "message": "x" })).await.assert_problem(422, "invalid");
    send(json!({ "recipient": s.client.id, "message": "x" })).await.assert_problem(422, "invalid");
    let note = json!({ "recipient": s.writer.id, "message": "x", "is_internal_note": true });
    send(note.clone()).await.assert_problem(422, "invalid");
    let answer = json!({ "recipient": s.writer.id, "message": "x", "reply_to": hidden.id });
    send(answer).await.assert_problem(404, "not-found");
    let foreign = app.sign_in(&other.client).await;
    foreign.post(&path, json!({ "message": "x" })).await.assert_problem(404, "not-found");
    assert_eq!(message::Entity::find().all(app.db()).await.unwrap().len(), 1, "nothing was written");

    let admin = app.sign_in(&s.admin).await;
    admin.post(&path, note).await.assert_status(201);
    assert_eq!(
        results(&app.sign_in(&s.writer).await.get(&path).await).len(),
        1,
        "not the note, his own though hidden"
    );
    let row = tally_entity::order::ActiveModel {
        id: Set(s.order.id),
        status: Set(OrderStatus::Cancelled),
        ..Default::default()
    };
    tally_entity::order::Entity::update(row).exec(app.db()).await.unwrap();
    let closed = send(json!({ "recipient": s.writer.id, "message": "x" })).await;
    closed.assert_problem(409, "conflict");
    assert_eq!(closed.json()["detail"], "This conversation is closed.");
}

/// A form with these fields, and with a file when its name is not empty.
async fn post_form(
    caller: &Caller<'_>,
    path: &str,
    fields: &[(&str, String)],
    file: (&str, &str, &[u8]),
) -> Reply {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    let (name, filename, bytes) = file;
    if !filename.is_empty() {
        body.extend(
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{filename}\"\r\nContent-Type: image/png\r\n\r\n")
                .bytes(),
        );
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    let kind = Some("multipart/form-data; boundary=b");
    caller.send_raw(Method::POST, &format!("/api/v1{path}"), kind, body.into()).await
}

#[tokio::test]
async fn files_come_with_messages() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let (client, writer) = (app.sign_in(&s.client).await, app.sign_in(&s.writer).await);
    let path = messages(&thread);
    let large = vec![7_u8; 3 << 20];
    let fields = [("recipient", s.writer.id.to_string())];
    let sent = post_form(&client, &path, &fields, ("attachment", "C:\\my\\Plan.PNG", &large)).await;
    sent.assert_status(201);
    let row = sent.json();
    assert_eq!((&row["message"], &row["message_type"]), (&json!("📎 File attachment"), &json!("image")));
    let attached = &row["attachment"];
    assert_eq!((&attached["filename"], &attached["extension"]), (&json!("Plan.PNG"), &json!("png")));
    assert_eq!((&attached["filesize"], &attached["is_image"]), (&json!(3 << 20), &json!(true)));
    assert_eq!(row["is_flagged"], false);
    let kept = file::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((kept.sha256.map(|sum| sum.len()), kept.uploader_id), (Some(32), Some(s.client.id)));

    let download = attached["url"].as_str().unwrap().strip_prefix("http://tally.example/api/v1").unwrap();
    writer.get(download).await.assert_problem(404, "not-found");
    let elsewhere = file::ActiveModel {
        id: Set(kept.id),
        storage_key: Set("https://files.example/plan.png".to_owned()),
        ..Default::default()
    };
    file::Entity::update(elsewhere).exec(app.db()).await.unwrap();
    let found = writer.get(download).await;
    found.assert_status(302);
    assert_eq!(found.header("location"), "https://files.example/plan.png");
    app.role(Role::Client, Some(s.site)).await.get(download).await.assert_problem(404, "not-found");

    let single = [("thread_id", thread.id.to_string()), ("recipient_id", s.client.id.to_string())];
    let upload = "/order-communications/message-attachments/";
    post_form(&writer, upload, &single, ("file", "a.png", b"x")).await.assert_status(201);
    post_form(&writer, upload, &single, ("file", "", b"")).await.assert_problem(422, "invalid");
    let huge = vec![7_u8; 11 << 20];
    post_form(&writer, upload, &single, ("file", "a.png", &huge)).await.assert_problem(413, "too-large");
}

#[tokio::test]
async fn posts_of_many_at_once_are_all_kept_and_counted() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let (client, writer) = (app.sign_in(&s.client).await, app.sign_in(&s.writer).await);
    let path = messages(&thread);
    let posts = (0..40).map(|n| {
        let (who, to) = if n % 2 == 0 { (&client, s.writer.id) } else { (&writer, s.client.id) };
        who.post(&path, json!({ "recipient": to, "message": format!("number {n}") }))
    });
    for reply in futures::future::join_all(posts).await {
        reply.assert_status(201);
    }
    let stored = message::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(stored.len(), 40);
    assert_eq!(list(&client, "").await[0]["unread_count"], 20);
    assert_eq!(list(&writer, "").await[0]["unread_count"], 20);
    assert_eq!(thread_participant::Entity::find().all(app.db()).await.unwrap().len(), 2);
    let once = client.clone().header("idempotency-key", "k");
    let body = json!({ "recipient": s.writer.id, "message": "once" });
    let ids: Vec<_> = [once.post(&path, body.clone()).await, once.post(&path, body.clone()).await]
        .iter()
        .map(|reply| reply.json()["id"].clone())
        .collect();
    assert_eq!(ids[0], ids[1]);
}
