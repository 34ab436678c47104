//! What comes on a stream, and how it ends.

use std::time::{Duration, Instant};

use sea_orm::{EntityTrait, Set};
use serde_json::json;
use tally_entity::{message, message_receipt, session};
use tally_testkit::{Listening, Serving, TestApp, WireClient, signal, tally_to};

use super::{STREAM, listen, next, next_of, post, texts, token_of};
use crate::{
    communications::scene::{Scene, messages},
    process::StateDir,
};

#[tokio::test]
async fn a_listener_hears_what_the_others_do() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let old = app.said(&thread, &s.writer, &s.client).insert().await;
    let state = StateDir::new();
    let serving = Serving::start(tally_to(app.database_url()).unwrap(), &state.0).await.unwrap();
    let (client, writer, admin) =
        (token_of(&app, &s.client).await, token_of(&app, &s.writer).await, token_of(&app, &s.admin).await);
    let mut pen = WireClient::connect(serving.addr, &writer).await.unwrap();
    let mut runs = WireClient::connect(serving.addr, &admin).await.unwrap();

    let mut one = listen(serving.addr, &thread, &client, None).await;
    assert!(one.head.contains("content-type: text/event-stream; charset=utf-8\r\n"), "{}", one.head);
    assert!(
        one.head.contains("cache-control: no-cache\r\n") && one.head.contains("x-accel-buffering: no\r\n")
    );
    let first = next(&mut one).await;
    assert_eq!((first.name.as_str(), texts(&first)), ("thread_messages", vec![(old.id.0, old.body)]));
    let mut all = Listening::open(serving.addr, STREAM, &client, None).await.unwrap();
    let list = next(&mut all).await;
    assert_eq!((list.name.as_str(), &list.data[0]["id"]), ("threads_update", &json!(thread.id)));

    let path = format!("/api/v1/order-communications/communication-threads/{}/typing/", thread.id);
    let typing = tokio::time::timeout(Duration::from_secs(2), pen.post(&path, "{}"));
    // An answer without a body has no length; what counts is that it was asked.
    drop(typing.await);
    let typing = next_of(&mut one, "typing").await;
    assert_eq!(typing.data["typing_users"][0]["username"], format!("Writer #{}", s.writer.id));
    let mut pen = WireClient::connect(serving.addr, &writer).await.unwrap();

    let new = post(&mut pen, &thread, s.client.id, "done").await;
    assert_eq!(texts(&next_of(&mut one, "thread_messages").await), [(new, "done".to_owned())]);
    let list = next(&mut all).await;
    assert_eq!(
        (&list.data[0]["unread_count"], &list.data[0]["last_message"]["id"]),
        (&json!(1), &json!(new))
    );
    assert!(list.id.parse::<u64>().unwrap() > 0);

    // What is stopped is not shown to the other side, and shown when it is released.
    let stopped = post(&mut pen, &thread, s.client.id, "me@mail.example").await;
    let seen = post(&mut pen, &thread, s.client.id, "sorry").await;
    assert_eq!(texts(&next_of(&mut one, "thread_messages").await), [(seen, "sorry".to_owned())]);
    let release =
        message::ActiveModel { id: Set(stopped.into()), is_hidden: Set(false), ..Default::default() };
    message::Entity::update(release).exec(app.db()).await.unwrap();
    assert_eq!(texts(&next_of(&mut one, "thread_messages").await), [(stopped, "*****".to_owned())]);

    let mut mine = WireClient::connect(serving.addr, &client).await.unwrap();
    let mut author = listen(serving.addr, &thread, &writer, None).await;
    next_of(&mut author, "thread_messages").await;
    mine.post(&format!("/api/v1{}mark-thread-read/", messages(&thread)), "{}").await.unwrap();
    let read = next_of(&mut author, "messages_read").await;
    assert_eq!(
        (&read.data["user_id"], &read.data["message_ids"]),
        (&json!(s.client.id), &json!([new, seen]))
    );

    let gone = message::ActiveModel {
        id: Set(new.into()),
        deleted_at: Set(Some(tally_testkit::now())),
        ..Default::default()
    };
    message::Entity::update(gone).exec(app.db()).await.unwrap();
    let event = next_of(&mut one, "thread_messages").await;
    assert_eq!(texts(&event), [(new, String::new())]);
    assert_eq!(event.data[0]["is_hidden"], true);

    let strange = token_of(&app, &app.user(tally_entity::Role::Client, Some(s.site)).insert().await).await;
    let path = format!("{STREAM}{}/", thread.id);
    let refused = Listening::open(serving.addr, &path, &strange, None).await.unwrap();
    assert!(refused.head.contains(" 404 "), "{}", refused.head);
    let refused = Listening::open(serving.addr, STREAM, "nonsense", None).await.unwrap();
    assert!(refused.head.contains(" 401 "), "{}", refused.head);
    let (status, _) = runs.whatever(&format!("{STREAM}987654321/?token=x")).await.unwrap();
    assert_eq!(status, 404, "the header comes first");
    assert_eq!(message_receipt::Entity::find().all(app.db()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_stream_says_why_it_ends() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let state = StateDir::new();
    let mut serving = Serving::start(tally_to(app.database_url()).unwrap(), &state.0).await.unwrap();
    let reason = async |stream: &mut Listening| loop {
        let event = next(stream).await;
        if event.name == "end" {
            return event.data["reason"].clone();
        }
    };
    let client = token_of(&app, &s.client).await;
    let mut out = listen(serving.addr, &thread, &client, None).await;
    session::Entity::update_many()
        .set(session::ActiveModel { revoked_at: Set(Some(tally_testkit::now())), ..Default::default() })
        .exec(app.db())
        .await
        .unwrap();
    assert_eq!(reason(&mut out).await, "signed_out");
    assert!(out.next().await.is_err(), "then it is closed");

    let writer = token_of(&app, &s.writer).await;
    let mut closed = listen(serving.addr, &thread, &writer, None).await;
    let mut all = Listening::open(serving.addr, STREAM, &writer, None).await.unwrap();
    let row = tally_entity::thread::ActiveModel {
        id: Set(thread.id),
        closed_at: Set(Some(tally_testkit::now())),
        ..Default::default()
    };
    tally_entity::thread::Entity::update(row).exec(app.db()).await.unwrap();
    assert_eq!(reason(&mut closed).await, "closed");
    let began = Instant::now();
    signal(serving.process.id().unwrap(), "TERM").await.unwrap();
    assert_eq!(reason(&mut all).await, "shutdown");
    serving.process.wait().await.unwrap();
    assert!(
        began.elapsed() < Duration::from_secs(8),
        "streams must not keep a process: {:?}",
        began.elapsed()
    );
}
