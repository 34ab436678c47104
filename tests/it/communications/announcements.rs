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
