//! `/order-communications/communication-threads`, and below it how one begins:
//! `/order-communications/communication-threads/order-recipients`,
//! `/order-communications/communication-threads/start-for-order`,
//! `/order-communications/communication-threads/create-general-thread`

use futures::future::join_all;
use sea_orm::{EntityTrait, PaginatorTrait, Set};
use serde_json::{Value, json};
use tally_entity::{OrderStatus, Role, ThreadType, audit_log, message_receipt, thread, thread_participant};
use tally_testkit::{TestApp, ago};

use super::scene::{Scene, THREADS, list, messages};

#[tokio::test]
async fn a_list_shows_what_was_said_last_in_three_statements() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let first = s.thread(&app).await;
    let second = app.talk(&s.order, &[&s.client, &s.support]).await;
    for (body, hidden) in [("one", false), ("two", false), ("stopped", true)] {
        let message = app.said(&first, &s.writer, &s.client).set(|m| {
            (m.body, m.is_hidden) = (Set(body.to_owned()), Set(hidden));
        });
        let message = message.insert().await;
        if !hidden {
            app.receipt(&message, &s.client).insert().await;
        }
    }
    app.said(&second, &s.client, &s.support).insert().await;
    let client = app.sign_in(&s.client).await;

    let reply = client.get(THREADS).await;
    let rows = super::scene::results(&reply);
    assert_eq!(reply.statements(), 3);
    let row = rows.iter().find(|row| row["id"] == json!(first.id)).unwrap();
    let last = &row["last_message"];
    assert_eq!(
        (&row["unread_count"], &last["message"], &last["content"]),
        (&json!(2), &json!("two"), &json!("two"))
    );
    assert_eq!((&last["is_read"], &last["is_sender"]), (&json!(false), &json!(false)));
    assert_eq!(row["order"], json!(s.order.id));
    assert_eq!((&row["order_topic"], &row["order_status"]), (&json!(s.order.topic), &json!("in_progress")));
    assert_eq!(last["sender"]["username"], json!(format!("Writer #{}", s.writer.id)));
    assert_eq!(last["sender"]["email"], Value::Null);
    let names: Vec<_> = row["participants"].as_array().unwrap().iter().map(|p| &p["username"]).collect();
    assert_eq!(names, [&json!(s.client.username), &json!(format!("Writer #{}", s.writer.id))]);
    let other = rows.iter().find(|row| row["id"] == json!(second.id)).unwrap();
    assert_eq!(other["participants"][1]["username"], "Support");
    assert_eq!((&other["recipient_role"], &other["unread_count"]), (&json!("support"), &json!(0)));

    let staff = app.sign_in(&s.admin).await;
    let row = list(&staff, "?ordering=id").await.remove(0);
    assert_eq!(row["last_message"]["message"], "stopped", "staff sees everything");
    assert_eq!(row["participants"][1]["email"], json!(s.writer.email));
    assert_eq!(staff.get(&format!("{THREADS}{}/", first.id)).await.statements(), 2);

    for _ in 0..20 {
        app.talk(&s.order, &[&s.client]).await;
    }
    assert_eq!(client.get(&format!("{THREADS}?page_size=100")).await.statements(), 3, "whatever the rows");
}

#[tokio::test]
async fn a_list_is_narrowed_and_sorted() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let old = s.thread(&app).await;
    let closed = app.talk(&s.order, &[&s.client, &s.support]).await;
    let row = thread::ActiveModel {
        id: Set(closed.id),
        closed_at: Set(Some(ago(0, 1))),
        subject: Set(Some("Deadline moved".to_owned())),
        thread_type: Set(ThreadType::Dispute),
        ..Default::default()
    };
    thread::Entity::update(row).exec(app.db()).await.unwrap();
    let message = app.said(&old, &s.writer, &s.client).insert().await;
    app.receipt(&message, &s.client).insert().await;
    let client = app.sign_in(&s.client).await;
    let ids = async |query: &str| {
        list(&client, query).await.iter().map(|row| row["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let (old, closed) = (old.id.0, closed.id.0);
    assert_eq!(ids("").await, [closed, old], "the one that moved last first");
    assert_eq!(ids("?ordering=id").await, [old, closed]);
    assert_eq!(ids("?is_active=true").await, [old]);
    assert_eq!(ids("?is_active=no").await, [closed]);
    assert_eq!(ids("?thread_type=dispute").await, [closed]);
    assert_eq!(ids("?thread_type=no-such").await, [0; 0]);
    assert_eq!(ids("?unread=true").await, [old]);
    assert_eq!(ids("?unread=false").await, [closed]);
    assert_eq!(ids("?search=dead+mov").await, [closed]);
    assert_eq!(ids(&format!("?search={old}")).await, [old]);
    assert_eq!(ids(&format!("?search={}", s.order.topic.replace(' ', "+"))).await, [closed, old]);
    assert_eq!(ids(&format!("?order_id={}", s.order.id)).await, [closed, old]);
    assert_eq!(ids("?order=987654321").await, [0; 0]);
    assert_eq!(ids(&format!("?participant={}", s.support.id)).await, [closed, old], "is for staff");
    let admin = app.sign_in(&s.admin).await;
    assert_eq!(list(&admin, &format!("?participant={}", s.support.id)).await.len(), 1);
}

#[tokio::test]
async fn two_posts_at_once_give_one_thread() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let (client, writer) = (app.sign_in(&s.client).await, app.sign_in(&s.writer).await);
    let path = format!("{THREADS}start-for-order/");
    let body = json!({ "order_id": s.order.id });
    let posts = (0..12).map(|n| if n % 2 == 0 { &client } else { &writer }.post(&path, body.clone()));
    let replies = join_all(posts).await;
    let new = replies.iter().filter(|reply| reply.status == 201).count();
    let ids: Vec<_> = replies.iter().map(|reply| reply.json()["thread"]["id"].clone()).collect();
    assert_eq!(new, 1);
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert_eq!(thread::Entity::find().count(app.db()).await.unwrap(), 1);
    let again = client.post(&path, body.clone()).await;
    again.assert_status(200);
    assert_eq!(again.json()["detail"], "Conversation thread already exists for this order and recipient.");

    let support = json!({ "order_id": s.order.id, "recipient_id": s.support.id });
    let other = client.post(&path, support).await;
    other.assert_status(201);
    assert_ne!(other.json()["thread"]["id"], ids[0], "other people, another thread");
    let typed = client.post(THREADS, json!({ "order": s.order.id, "thread_type": "dispute" })).await;
    typed.assert_status(201);
    assert_eq!(
        (&typed.json()["sender_role"], &typed.json()["recipient_role"]),
        (&json!("client"), &json!("writer"))
    );

    let general = format!("{THREADS}create-general-thread/");
    let hello = json!({ "recipient_id": s.support.id, "message": "hello" });
    let replies = join_all((0..6).map(|_| client.post(&general, hello.clone()))).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 201).count(), 1);
    assert!(replies.iter().all(|reply| reply.json()["message"]["message"] == "hello"));
    assert_eq!(thread::Entity::find().count(app.db()).await.unwrap(), 4);
    let unread = list(&app.sign_in(&s.support).await, "?thread_type=general").await;
    assert_eq!(unread[0]["unread_count"], 6);
}

#[tokio::test]
async fn conversations_are_refused_for_reasons() {
    let app = TestApp::start().await;
    let (s, other) = (Scene::new(&app, "alpha").await, Scene::new(&app, "beta").await);
    let client = app.sign_in(&s.client).await;
    let start = async |body: Value| client.post(&format!("{THREADS}start-for-order/"), body).await;
    start(json!({ "order_id": other.order.id })).await.assert_problem(404, "not-found");
    let foreign = start(json!({ "order_id": s.order.id, "recipient_id": other.writer.id })).await;
    foreign.assert_problem(422, "invalid");
    assert_eq!(
        foreign.json()["errors"][0]["detail"],
        "Selected recipient does not have access to this order."
    );
    let over = app.order(s.site).set(|o| {
        (o.client_id, o.status) = (Set(Some(s.client.id)), Set(OrderStatus::Archived));
    });
    let over = over.insert().await;
    start(json!({ "order_id": over.id })).await.assert_problem(409, "conflict");
    client.post(THREADS, json!({})).await.assert_problem(422, "invalid");
    client
        .post(THREADS, json!({ "order": s.order.id, "thread_type": "direct" }))
        .await
        .assert_problem(422, "invalid");

    // Without a writer the client writes to the desk.
    let alone = app.order(s.site).set(|o| o.client_id = Set(Some(s.client.id))).insert().await;
    let reply = start(json!({ "order_id": alone.id })).await;
    reply.assert_status(201);
    assert_eq!(reply.json()["thread"]["participants"][1]["id"], json!(s.support.id));
    assert_eq!(reply.json()["thread"]["participants"][1]["full_name"], "Support");

    let general = async |id: i64| {
        client
            .post(&format!("{THREADS}create-general-thread/"), json!({ "recipient_id": id, "message": "x" }))
            .await
    };
    general(s.writer.id.0).await.assert_status(201);
    for stranger in [other.support.id, other.writer.id, s.editor.id] {
        general(stranger.0).await.assert_problem(404, "not-found");
    }
    general(s.client.id.0).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn recipients_of_an_order_in_two_statements() {
    let app = TestApp::start().await;
    let (s, other) = (Scene::new(&app, "alpha").await, Scene::new(&app, "beta").await);
    let (writer, admin) = (app.sign_in(&s.writer).await, app.sign_in(&s.admin).await);
    let path = format!("{THREADS}order-recipients/?order_id={}", s.order.id);
    let reply = writer.get(&path).await;
    assert_eq!(reply.statements(), 2);
    let seen: Vec<_> = reply.json().as_array().unwrap().iter().map(|p| p["username"].clone()).collect();
    assert_eq!(
        seen,
        [json!(format!("Client #{}", s.client.id)), json!("Support"), json!("Support"), json!("Editor")]
    );
    let known = admin.get(&path).await;
    let ids: Vec<_> = known.json().as_array().unwrap().iter().map(|p| p["id"].clone()).collect();
    assert_eq!(ids, [json!(s.client.id), json!(s.writer.id), json!(s.support.id), json!(s.editor.id)]);
    assert_eq!(known.json()[0]["email"], json!(s.client.email));
    let foreign = format!("{THREADS}order-recipients/?order_id={}", other.order.id);
    writer.get(&foreign).await.assert_problem(404, "not-found");
    writer.get(&format!("{THREADS}order-recipients/")).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn those_who_run_it_close_and_delete() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let (admin, client) = (app.sign_in(&s.admin).await, app.sign_in(&s.client).await);
    let path = format!("{THREADS}{}/", thread.id);
    client
        .post(&messages(&thread), json!({ "recipient": s.writer.id, "message": "hi" }))
        .await
        .assert_status(201);

    client.patch(&path, json!({ "is_active": false })).await.assert_problem(403, "forbidden");
    let closed = admin.patch(&path, json!({ "is_active": false, "subject": "Over" })).await;
    closed.assert_status(200);
    assert_eq!((&closed.json()["is_active"], &closed.json()["subject"]), (&json!(false), &json!("Over")));
    let send =
        async || client.post(&messages(&thread), json!({ "recipient": s.writer.id, "message": "x" })).await;
    let refused = send().await;
    refused.assert_problem(409, "conflict");
    assert_eq!(refused.json()["detail"], "This conversation is closed.");
    admin.patch(&path, json!({ "admin_override": true })).await.assert_status(200);
    send().await.assert_status(201);

    admin.delete(&path).await.assert_status(204);
    assert_eq!(client.get(&messages(&thread)).await.json()["count"], 0);
    let left = message_receipt::Entity::find().all(app.db()).await.unwrap();
    assert!(left.iter().all(|receipt| receipt.read_at.is_some()) && left.len() == 2);
    let actions: Vec<_> = audit_log::Entity::find().all(app.db()).await.unwrap();
    let actions: Vec<_> = actions.into_iter().map(|row| row.action).collect();
    let id = thread.id;
    assert_eq!(
        actions,
        [format!("Closed thread {id}"), format!("Changed thread {id}"), format!("Deleted thread {id}")]
    );
    let participants = thread_participant::Entity::find().count(app.db()).await.unwrap();
    assert_eq!(participants, 2, "nothing is removed");
    let foreign = app.admin(app.website("beta").await).await;
    foreign.delete(&path).await.assert_problem(404, "not-found");
    let staff = app.role(Role::Support, Some(s.site)).await;
    staff.delete(&path).await.assert_problem(403, "forbidden");
}
