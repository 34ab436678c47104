//! Who is typing, and how often one may say so.

use sea_orm::{EntityTrait, Set};
use serde_json::json;
use tally_config::LimitsConfig;
use tally_entity::thread;
use tally_testkit::{TestApp, TestOptions, ago};

use super::scene::{Scene, THREADS, messages};

#[tokio::test]
async fn the_others_know_who_types() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let (client, writer) = (app.sign_in(&s.client).await, app.sign_in(&s.writer).await);
    let path = |what: &str| format!("{THREADS}{}/{what}/", thread.id);
    let status = client.get(&path("typing_status")).await;
    assert_eq!(status.statements(), 1);
    assert_eq!(status.json(), &json!({ "thread_id": thread.id, "typing_users": [], "is_typing": false }));
    let noted = writer.post(&path("typing"), json!({})).await;
    noted.assert_status(204);
    assert_eq!(noted.statements(), 1);
    let status = client.get(&path("typing_status")).await;
    let name = format!("Writer #{}", s.writer.id);
    assert_eq!(status.json()["typing_users"], json!([{ "id": s.writer.id, "username": name }]));
    assert_eq!(status.statements(), 1);
    assert_eq!(writer.get(&path("typing_status")).await.json()["is_typing"], false);

    let row =
        thread::ActiveModel { id: Set(thread.id), closed_at: Set(Some(ago(0, 0))), ..Default::default() };
    thread::Entity::update(row).exec(app.db()).await.unwrap();
    writer.post(&path("typing"), json!({})).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn the_sixth_message_of_a_minute_is_refused() {
    for redis in [false, true] {
        let options = TestOptions { limits: LimitsConfig::usual(true), redis, ..TestOptions::default() };
        let app = TestApp::with(options).await;
        let s = Scene::new(&app, "alpha").await;
        let thread = s.thread(&app).await;
        let client = app.sign_in(&s.client).await;
        let path = messages(&thread);
        let send =
            async |text: &str| client.post(&path, json!({ "recipient": s.writer.id, "message": text })).await;
        send("").await.assert_problem(422, "invalid");
        for left in (0..5).rev() {
            let reply = send("hello").await;
            reply.assert_status(201);
            assert_eq!(reply.header("ratelimit-policy"), "\"messages\";q=5;w=60");
            assert_eq!(reply.header("x-ratelimit-remaining"), left.to_string());
        }
        let simple = format!("{THREADS}{}/send-message-simple/", thread.id);
        let refused = client.post(&simple, json!({ "message": "hello" })).await;
        refused.assert_problem(429, "throttled");
        assert_eq!(refused.json()["limit"], "messages");
        assert!(refused.header("retry-after").parse::<u64>().is_ok_and(|wait| (1..=60).contains(&wait)));
        assert_eq!(client.get(&path).await.json()["count"], 5, "nothing was written");
    }
}
