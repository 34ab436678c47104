//! What somebody notes on his notices, and where he wants to be told: `notifications_system/…`

use sea_orm::Set;
use serde_json::json;
use tally_entity::Role;
use tally_testkit::{Caller, Reply, TestApp, ago};

const UNREAD: &str = "/notifications_system/unread-count/";

async fn unread_count(caller: &Caller<'_>) -> i64 {
    let reply = caller.get(UNREAD).await;
    reply.assert_status(200);
    reply.json()["unread_count"].as_i64().unwrap()
}

#[tokio::test]
async fn marks_are_noted_on_own_notices_and_seen_at_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (user, other) = (
        app.user(Role::Client, Some(site)).insert().await,
        app.user(Role::Client, Some(site)).insert().await,
    );
    let mut own = Vec::new();
    for event in ["order.paid", "order.late", "refund.done", "message.received"] {
        own.push(app.notification(&user).set(|n| n.event = Set(event.to_owned())).insert().await.id);
    }
    let foreign = app.notification(&other).insert().await.id;
    let over = app.notification(&user).set(|n| n.expires_at = Set(Some(ago(0, 1)))).insert().await.id;
    app.sweep().await;
    let (caller, neighbour) = (app.sign_in(&user).await, app.sign_in(&other).await);
    assert_eq!((unread_count(&caller).await, unread_count(&neighbour).await), (4, 1));

    let read = async |id| caller.post(&format!("/notifications_system/mark-read/{id}/"), json!({})).await;
    for _ in 0..2 {
        let reply = read(own[0]).await;
        reply.assert_status(200);
        assert_eq!(reply.json(), &json!({ "ok": true }));
        assert_eq!(unread_count(&caller).await, 3);
    }
    for id in [foreign, over] {
        read(id).await.assert_problem(404, "not-found");
    }
    assert_eq!(neighbour.get(UNREAD).await.statements(), 0, "the answer of somebody else is still kept");

    let mark = format!("/notifications_system/notifications/status/{}/mark/", own[1]);
    let reply = caller.patch(&mark, json!({ "pinned": true, "acknowledged": true, "read": false })).await;
    reply.assert_status(200);
    let marks = |reply: &Reply| {
        ["pinned", "is_acknowledged", "is_read"].map(|name| reply.json()[name].as_bool().unwrap())
    };
    assert_eq!(marks(&reply), [true, true, false]);
    let reply = caller.patch(&mark, json!({ "pinned": false, "acknowledged": false, "read": true })).await;
    assert_eq!(marks(&reply), [false, true, true]);
    assert_eq!(unread_count(&caller).await, 2);

    let bulk = "/notifications_system/notifications/feed/bulk-mark/";
    let reply = caller.post(bulk, json!({ "ids": [own[2], foreign, over], "read": true })).await;
    assert_eq!(reply.json(), &json!({ "updated": 1 }));
    let reply = caller.post(bulk, json!({ "ids": vec![1; 501], "read": true })).await;
    reply.assert_problem(422, "invalid");
    let all = "/notifications_system/mark-all-read/";
    let reply = caller.post(all, json!({ "category": "order" })).await;
    assert_eq!(reply.json(), &json!({ "ok": true, "updated": 0 }));
    let reply = caller.send_raw(axum::http::Method::POST, &format!("/api/v1{all}"), None, "".into()).await;
    assert_eq!(reply.json(), &json!({ "ok": true, "updated": 1 }));
    assert_eq!((unread_count(&caller).await, unread_count(&neighbour).await), (0, 1));
}

#[tokio::test]
async fn preferences_are_on_until_somebody_says_otherwise() {
    const PREFERENCES: &str = "/notifications_system/preferences/";
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let caller = app.role(Role::Writer, Some(site)).await;
    let first = caller.get(PREFERENCES).await;
    assert_eq!(first.statements(), 1);
    assert_eq!(first.json()["receive_email"], true);
    assert_eq!(first.json()["categories"].as_object().unwrap().len(), 10);
    assert_eq!(caller.get("/notifications/preferences/").await.statements(), 0);

    let changed = caller
        .patch(
            PREFERENCES,
            json!({
                "receive_email": false,
                "categories": { "info": { "email": true, "digest": true }, "nothing": { "sms": false } },
                "notify_tickets": false,
                "whatever": 7,
            }),
        )
        .await;
    changed.assert_status(200);
    assert_eq!(changed.json()["receive_email"], true, "one category is on again");
    assert_eq!(changed.json()["categories"]["news"]["email"], false);
    assert_eq!(
        changed.json()["categories"]["info"],
        json!({ "in_app": true, "email": true, "push": true, "sms": true, "digest": true })
    );
    assert_eq!(
        (&changed.json()["notify_tickets"], &changed.json()["notify_messages"]),
        (&json!(false), &json!(true))
    );
    let again = caller.get(PREFERENCES).await;
    assert_eq!((again.statements(), again.json()), (1, changed.json()));

    let muted = caller.patch(PREFERENCES, json!({ "mute_all": true })).await;
    assert_eq!([&muted.json()["mute_all"], &muted.json()["receive_sms"]], [true, false]);
    let back = caller.patch(PREFERENCES, json!({ "mute_all": false, "digest_only": true })).await;
    assert_eq!([&back.json()["receive_push"], &back.json()["digest_only"]], [true, true]);
    assert_eq!(caller.patch(PREFERENCES, json!({})).await.json(), back.json());
}
