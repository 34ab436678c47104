//! `GET notifications_system/unread-count` and `…/notifications/feed`

use sea_orm::{EntityTrait as _, Set};
use serde_json::{Value, json};
use tally_entity::{NotificationCategory, Role, notification, user, user_presence};
use tally_testkit::{Reply, TestApp, ago, now};

const UNREAD: &str = "/notifications_system/unread-count/";
const FEED: &str = "/notifications_system/notifications/feed/";

async fn notice(app: &TestApp, user: &user::Model, change: impl FnOnce(&mut notification::ActiveModel)) {
    app.notification(user).set(change).insert().await;
}

fn titled(title: &str) -> impl FnOnce(&mut notification::ActiveModel) {
    let title = title.to_owned();
    move |row| row.title = Set(title)
}

fn titles(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn unread_notices_count_by_area() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Client, Some(site)).insert().await;
    for event in [
        "order.assigned",
        "order",
        "refund.done",
        "fine.issued",
        "ticket.closed",
        "message.received",
        "announcement.sent",
        "account.changed",
        "orders.many",
    ] {
        notice(&app, &user, |n| n.event = Set(event.to_owned())).await;
    }
    notice(&app, &user, |n| n.category = Set(NotificationCategory::Social)).await;
    notice(&app, &user, |n| n.category = Set(NotificationCategory::JobReminder)).await;
    notice(&app, &user, |n| n.read_at = Set(Some(ago(0, 1)))).await;
    notice(&app, &user, |n| n.expires_at = Set(Some(now()))).await;
    notice(&app, &user, |n| n.expires_at = Set(Some(now() + chrono::Duration::microseconds(1)))).await;
    let other = app.user(Role::Client, Some(site)).insert().await;
    notice(&app, &other, |_| ()).await;
    let caller = app.sign_in(&user).await;
    app.sweep().await;

    let reply = caller.get(UNREAD).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "unread_count": 12,
      "count": 12,
      "by_category": {
        "announcement": 1,
        "job": 1,
        "message": 1,
        "order": 3,
        "payment": 2,
        "social": 1,
        "system": 2,
        "ticket": 1
      }
    }
    "#);
    let alias = caller.get("/notifications/unread-count/").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));

    notice(&app, &other, |_| ()).await;
    app.sweep().await;
    assert_eq!(caller.get(UNREAD).await.statements(), 0);
    notice(&app, &user, |_| ()).await;
    app.sweep().await;
    let reply = caller.get(UNREAD).await;
    assert_eq!((reply.statements(), &reply.json()["count"]), (1, &json!(13)));
}

#[tokio::test]
async fn the_feed_shows_a_notice_under_all_its_names() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Client, Some(site)).insert().await;
    let admin =
        app.user(Role::Admin, Some(site)).set(|u| u.first_name = Set("Ann".to_owned())).insert().await;
    let row = app.notification(&user).set(titled("Done")).set(|n| {
        (n.actor_id, n.event) = (Set(Some(admin.id)), Set("order.marked_completed".to_owned()));
        (n.body, n.link, n.payload) =
            (Set("Your order".to_owned()), Set(Some("/orders/7".to_owned())), Set(json!({ "order_id": 7 })));
        (n.priority, n.is_critical) = (Set(3), Set(true));
    });
    row.insert().await;
    notice(&app, &user, |n| (n.title, n.created_at) = (Set("Old".to_owned()), Set(ago(9, 0)))).await;
    notice(&app, &user, |n| {
        (n.title, n.created_at) = (Set("Pinned".to_owned()), Set(ago(9, 0)));
        (n.pinned_at, n.read_at) = (Set(Some(ago(1, 0))), Set(Some(ago(1, 0))));
    })
    .await;
    notice(&app, &admin, titled("Foreign")).await;
    let caller = app.sign_in(&user).await;

    let reply = caller.get(FEED).await;
    assert_eq!((reply.statements(), titles(&reply)), (2, vec!["Pinned", "Done", "Old"]));
    let mut shown = reply.json()["results"][1].clone();
    for id in ["id", "website_id"] {
        assert!(shown.as_object_mut().unwrap().remove(id).unwrap().is_i64());
    }
    assert_eq!(shown["actor"].as_object_mut().unwrap().remove("id").unwrap(), admin.id.0);
    insta::assert_json_snapshot!(shown, @r#"
    {
      "sent_at": "2026-04-15T11:00:00Z",
      "title": "Done",
      "rendered_title": "Done",
      "message": "Your order",
      "rendered_message": "Your order",
      "description": "Your order",
      "category": "order",
      "event": "order.marked_completed",
      "event_label": "Order Marked Completed",
      "link": "/orders/7",
      "rendered_link": "/orders/7",
      "payload": {
        "order_id": 7
      },
      "is_read": false,
      "read_at": null,
      "is_acknowledged": false,
      "pinned": false,
      "priority": 3,
      "priority_label": "high",
      "is_critical": true,
      "actor": {
        "role": "support",
        "username": "Support",
        "email": null,
        "full_name": "Support"
      },
      "created_at": "2026-04-15T11:00:00Z"
    }
    "#);
    let mut rest = reply.json().clone();
    rest.as_object_mut().unwrap().remove("results");
    insta::assert_json_snapshot!(rest, @r#"
    {
      "fetched_at": "2026-04-15T12:00:00Z",
      "count": 3,
      "total": 3,
      "unread_count": 2,
      "next": null,
      "previous": null,
      "last_seen_at": null
    }
    "#);
    assert_eq!(reply.json()["results"][0]["actor"], json!(null));
    let alias = caller.get("/notifications/notifications/feed/?status=all").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));

    notice(&app, &admin, |n| n.actor_id = Set(Some(user.id))).await;
    let seen = app.sign_in(&admin).await.get(FEED).await;
    assert_eq!(seen.json()["results"][0]["actor"]["email"], user.email);
}

#[tokio::test]
async fn only_opening_the_list_is_noted() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Client, Some(site)).insert().await;
    let caller = app.sign_in(&user).await;
    let seen = async || {
        let rows = user_presence::Entity::find().all(app.db()).await.unwrap();
        rows.into_iter().map(|row| (row.user_id, row.notifications_seen_at)).collect::<Vec<_>>()
    };
    for other in ["?offset=1", "?page=2", "?status=unread", "?search=x", "?event=order."] {
        caller.get(&format!("{FEED}{other}")).await.assert_status(200);
        assert_eq!(seen().await, [], "{other}");
    }
    let first = caller.get(FEED).await;
    assert_eq!((&first.json()["last_seen_at"], seen().await), (&json!(null), vec![(user.id, Some(now()))]));
    assert_eq!(caller.get(FEED).await.statements(), 0);
    notice(&app, &user, |_| ()).await;
    app.sweep().await;
    let again = caller.get(FEED).await;
    assert_eq!(again.json()["last_seen_at"], "2026-04-15T12:00:00Z");
    assert_eq!(seen().await.len(), 1);
}

#[tokio::test]
async fn filters_and_parts_of_the_feed() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Writer, Some(site)).insert().await;
    notice(&app, &user, |n| {
        (n.title, n.event) = (Set("Paid 50%".to_owned()), Set("payout.sent".to_owned()));
        (n.body, n.created_at) = (Set("Thank you".to_owned()), Set(ago(0, 3)));
    })
    .await;
    notice(&app, &user, |n| {
        (n.title, n.read_at) = (Set("Read".to_owned()), Set(Some(ago(0, 1))));
        (n.category, n.created_at) = (Set(NotificationCategory::Warning), Set(ago(0, 2)));
    })
    .await;
    notice(&app, &user, |n| {
        (n.title, n.pinned_at) = (Set("Pinned".to_owned()), Set(Some(ago(0, 1))));
        (n.category, n.event) = (Set(NotificationCategory::Social), Set("post_liked".to_owned()));
    })
    .await;
    let caller = app.sign_in(&user).await;

    for (query, expected) in [
        ("is_read=true", vec!["Read"]),
        ("is_read=0", vec!["Pinned", "Paid 50%"]),
        ("status=unread", vec!["Pinned", "Paid 50%"]),
        ("status=read", vec!["Read"]),
        ("status=any", vec!["Pinned", "Read", "Paid 50%"]),
        ("category=payment", vec!["Paid 50%"]),
        ("category=order", vec!["Read"]),
        ("category=social", vec!["Pinned"]),
        ("category=warning", vec!["Read"]),
        ("category=unheard", vec![]),
        ("search=tha", vec!["Paid 50%"]),
        ("search=hank", vec![]),
        ("pinned=true", vec!["Pinned"]),
        ("pinned=false", vec!["Read", "Paid 50%"]),
        ("event=payout.", vec!["Paid 50%"]),
        ("event=post_l", vec!["Pinned"]),
        ("event=p%25", vec![]),
        ("limit=1", vec!["Pinned"]),
        ("limit=1&offset=1", vec!["Read"]),
        ("page_size=2&page=2", vec!["Paid 50%"]),
        ("offset=9", vec![]),
    ] {
        let reply = caller.get(&format!("{FEED}?{query}")).await;
        assert_eq!(titles(&reply), expected, "{query}");
        assert_eq!(reply.json()["unread_count"], 2, "{query}");
    }
    let part = caller.get(&format!("{FEED}?limit=1&offset=1&search=&other=x")).await;
    let link = |offset| format!("http://tally.example/api/v1{FEED}?limit=1&offset={offset}");
    assert_eq!((&part.json()["count"], part.statements()), (&json!(3), 0));
    assert_eq!((&part.json()["next"], &part.json()["previous"]), (&json!(link(2)), &json!(link(0))));
    let last = caller.get(&format!("{FEED}?status=unread&limit=1&offset=1")).await;
    assert_eq!((&last.json()["next"], &last.json()["total"]), (&Value::Null, &json!(2)));
    caller.get(&format!("{FEED}?pinned=perhaps")).await.assert_problem(422, "invalid");
}
