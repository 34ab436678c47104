//! `GET order-configs/api/…` and `GET orders/orders/filter-options`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{Role, WebsiteId, english_type, subject};
use tally_testkit::{Reply, TestApp};

const SUBJECTS: &str = "/order-configs/api/subjects/";

async fn add(
    app: &TestApp,
    site: WebsiteId,
    name: &str,
    change: impl FnOnce(&mut subject::ActiveModel),
) -> i64 {
    let mut row =
        subject::ActiveModel { website_id: Set(site), name: Set(name.to_owned()), ..Default::default() };
    change(&mut row);
    app.insert(row).await.id.0
}

fn names(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    reply.json().as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn choices_are_those_of_the_callers_website() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    add(&app, site, "Zoology", |_| ()).await;
    let first = add(&app, site, "Physics", |s| (s.sort_order, s.is_technical) = (Set(-1), Set(true))).await;
    add(&app, site, "Art", |_| ()).await;
    add(&app, site, "Alchemy", |s| s.is_active = Set(false)).await;
    add(&app, other, "Law", |_| ()).await;
    app.sweep().await;
    let client = app.role(Role::Client, Some(site)).await;
    let reply = client.get(SUBJECTS).await;
    assert_eq!((reply.statements(), names(&reply)), (1, vec!["Physics", "Art", "Zoology"]));
    let expected =
        json!({ "id": first, "name": "Physics", "is_active": true, "is_technical": true, "website": site });
    assert_eq!(reply.json()[0], expected);
    // Everybody of a website shares one entry.
    assert_eq!(app.role(Role::Writer, Some(site)).await.get(SUBJECTS).await.statements(), 0);
    assert_eq!(names(&app.superadmin().await.get(SUBJECTS).await), ["Physics", "Art", "Law", "Zoology"]);

    add(&app, other, "Music", |_| ()).await;
    app.sweep().await;
    assert_eq!(client.get(SUBJECTS).await.statements(), 0, "another website's choices change nothing");
    add(&app, site, "Botany", |_| ()).await;
    app.sweep().await;
    assert_eq!(names(&client.get(SUBJECTS).await), ["Physics", "Art", "Botany", "Zoology"]);
    for path in [
        "/order-configs/api/paper-types/",
        "/order-configs/api/academic-levels/",
        "/order-configs/api/types-of-work/",
        "/order-configs/api/formatting-styles/",
        "/order-configs/api/english-types/",
    ] {
        let reply = client.get(path).await;
        assert_eq!((reply.statements(), names(&reply).len()), (1, 0), "{path}");
    }
    let english =
        english_type::ActiveModel { website_id: Set(site), name: Set("US".to_owned()), ..Default::default() };
    app.insert(english).await;
    app.sweep().await;
    assert_eq!(names(&client.get("/order-configs/api/english-types/").await), ["US"]);
}

#[tokio::test]
async fn the_words_of_the_order_list_are_constants() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let reply = app.role(Role::Client, Some(site)).await.get("/orders/orders/filter-options/").await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), reply.header("cache-control")), (0, "private, max-age=3600"));
    let answer = reply.json();
    let len = |name: &str| answer[name].as_array().map(Vec::len);
    assert_eq!((len("statuses"), len("status_groups"), len("flags")), (Some(34), Some(13), Some(12)));
    let has = |name: &str, row: Value| assert!(answer[name].as_array().unwrap().contains(&row), "{answer}");
    has("statuses", json!({ "value": "in_progress", "label": "In Progress" }));
    has("status_groups", json!({ "key": "final", "label": "Final", "statuses": ["closed", "archived"] }));
    has("flags", json!({ "value": "UO", "label": "UO" }));
}
