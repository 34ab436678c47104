//! `GET announcements/announcements/unread_count`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{BroadcastKind, BroadcastStatus, Role, broadcast, broadcast_view, user};
use tally_testkit::{Caller, TestApp, ago, now};

const UNREAD: &str = "/announcements/announcements/unread_count/";

async fn unread(caller: &Caller<'_>) -> (u64, Value) {
    let reply = caller.get(UNREAD).await;
    reply.assert_status(200);
    (reply.statements(), reply.json()["unread_count"].clone())
}

fn view(of: &broadcast::Model, by: &user::Model) -> broadcast_view::ActiveModel {
    broadcast_view::ActiveModel {
        website_id: Set(of.website_id),
        broadcast_id: Set(of.id),
        user_id: Set(by.id),
        ..Default::default()
    }
}

#[tokio::test]
async fn what_is_shown_to_me_and_not_opened_counts() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    app.broadcast(Some(site)).insert().await;
    app.broadcast(None).insert().await;
    app.broadcast(Some(other)).insert().await;
    let meant_for = async |audience: Value| {
        app.broadcast(Some(site)).set(|b| b.audience = Set(audience)).insert().await;
    };
    meant_for(json!({ "roles": ["client", "writer"], "expires_at": null })).await;
    meant_for(json!({ "roles": ["editor"] })).await;
    meant_for(json!({})).await;
    meant_for(json!({ "all": true, "expires_at": now() })).await;
    meant_for(json!({ "all": true, "expires_at": now() + chrono::Duration::microseconds(1) })).await;
    app.broadcast(Some(site)).set(|b| b.status = Set(BroadcastStatus::Draft)).insert().await;
    app.broadcast(Some(site)).set(|b| b.kind = Set(BroadcastKind::Digest)).insert().await;
    let client = app.user(Role::Client, Some(site)).insert().await;
    let opened = app.broadcast(Some(site)).insert().await;
    app.insert(view(&opened, &client)).await;

    let caller = app.sign_in(&client).await;
    assert_eq!(unread(&caller).await, (1, json!(4)));
    assert_eq!(unread(&caller).await, (0, json!(4)));
    assert_eq!(unread(&app.role(Role::Writer, Some(site)).await).await.1, 5);
    assert_eq!(unread(&app.admin(site).await).await.1, 4);
    let superadmin = app.superadmin().await;
    assert_eq!(unread(&superadmin).await.1, 5);
    let narrowed = superadmin.clone().header("x-website", other.to_string());
    assert_eq!(unread(&narrowed).await.1, 2);

    app.broadcast(None).set(|b| b.sent_at = Set(Some(ago(0, 0)))).insert().await;
    app.sweep().await;
    assert_eq!(unread(&caller).await, (1, json!(5)));
    app.insert(view(&opened, &app.user(Role::Client, Some(site)).insert().await)).await;
}

#[tokio::test]
async fn announcements_are_listed_opened_and_acknowledged() {
    const LIST: &str = "/announcements/announcements/";
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let author = app.user(Role::Admin, Some(site)).insert().await;
    let announce = async |title: &str, change: &dyn Fn(&mut broadcast::ActiveModel)| {
        let row = app.broadcast(Some(site)).set(|b| {
            b.title = Set(title.to_owned());
            b.created_by_id = Set(Some(author.id));
            change(b);
        });
        row.insert().await
    };
    announce("Old news", &|b| b.sent_at = Set(Some(ago(9, 0)))).await;
    let new = announce("Fresh news", &|b| b.sent_at = Set(Some(ago(1, 0)))).await;
    let pinned = announce("House rules", &|b| {
        b.sent_at = Set(Some(ago(20, 0)));
        b.is_pinned = Set(true);
        b.category = Set("maintenance".to_owned());
    })
    .await;
    let over = announce("Over", &|b| b.audience = Set(json!({ "all": true, "expires_at": ago(0, 1) }))).await;
    announce("For editors", &|b| b.audience = Set(json!({ "roles": ["editor"] }))).await;
    app.broadcast(Some(other)).insert().await;
    app.sweep().await;

    let caller = app.role(Role::Client, Some(site)).await;
    let titles = async |caller: &Caller<'_>, query: &str| -> Vec<String> {
        let reply = caller.get(&format!("{LIST}{query}")).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 2);
        let rows = reply.json()["results"].as_array().unwrap();
        assert_eq!(reply.json()["count"], rows.len());
        rows.iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(titles(&caller, "").await, ["House rules", "Fresh news", "Old news"]);
    assert_eq!(titles(&caller, "?category=maintenance").await, ["House rules"]);
    assert_eq!(titles(&caller, "?pinned=false&search=fre").await, ["Fresh news"]);
    assert_eq!(titles(&app.admin(site).await, "").await.len(), 5, "who runs the business sees all");

    assert_eq!(unread(&caller).await.1, 3);
    let view = format!("{LIST}{}/view/", new.id);
    for _ in 0..2 {
        let reply = caller.post(&view, json!({ "time_spent": 20 })).await;
        assert_eq!(reply.json(), &json!({ "message": "View tracked", "is_read": true }));
        assert_eq!(unread(&caller).await.1, 2);
    }
    caller.post(&view, json!({ "time_spent": -1 })).await.assert_problem(422, "invalid");
    let reply = caller.post(&format!("{LIST}{}/acknowledge/", pinned.id), json!({})).await;
    assert_eq!(reply.json()["acknowledged"], true);
    assert_eq!(titles(&caller, "?unread=true").await, ["Old news"]);
    let row = caller.get(&format!("{LIST}{}/", pinned.id)).await;
    row.assert_status(200);
    assert_eq!(row.statements(), 1);
    let row = row.json();
    assert_eq!([&row["is_read"], &row["is_acknowledged"], &row["is_active"]], [true, true, true]);
    assert_eq!((&row["created_by_name"], &row["website_name"]), (&json!("Support"), &json!("alpha")));
    assert_eq!(row["target_roles"].as_array().unwrap().len(), 6);
    for hidden in [over.id, tally_entity::BroadcastId(987_654)] {
        caller.get(&format!("{LIST}{hidden}/")).await.assert_problem(404, "not-found");
        caller.post(&format!("{LIST}{hidden}/view/"), json!({})).await.assert_problem(404, "not-found");
    }
    assert_eq!(unread(&caller).await.1, 1);
}
