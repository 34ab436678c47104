//! `GET discounts/discount-usage`

use sea_orm::Set;
use tally_entity::Role;
use tally_testkit::{Reply, TestApp, ago};

use super::{code, used};

const USAGES: &str = "/discounts/discount-usage/";

fn ids(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn uses_are_listed_newest_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann =
        app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await.id;
    let (spring, autumn) =
        (code(&app, site, "SPRING10", |_| {}).await, code(&app, site, "AUTUMN", |_| {}).await);
    let order = app.order(site).insert().await.id;
    used(&app, &spring, ann, 1_250, Some(order)).await;
    let bob = app.user_id(Role::Client, Some(site)).await;
    app.discount_usage(&autumn, bob).set(|u| u.created_at = Set(ago(0, 2))).insert().await;
    let foreign = code(&app, other, "OTHER", |_| {}).await;
    used(&app, &foreign, ann, 1, None).await;

    let admin = app.admin(site).await;
    let reply = admin.get(USAGES).await;
    assert_eq!(ids(&reply), [1, 2]);
    insta::assert_json_snapshot!(reply.json()["results"][0], @r#"
    {
      "id": 1,
      "discount": 1,
      "discount_code": "SPRING10",
      "user": 1,
      "user_name": "ann",
      "order": 1,
      "order_id": 1,
      "discount_amount": 12.5,
      "amount": 12.5,
      "used_at": "2026-04-15T11:00:00Z",
      "created_at": "2026-04-15T11:00:00Z"
    }
    "#);
    for (query, expected) in [
        ("?search=spr", vec![1]),
        ("?search=ANN", vec![1]),
        ("?search=ring", vec![]),
        ("?search=2", vec![2]),
        (&format!("?discount={}", autumn.id), vec![2]),
        ("?page_size=1&page=2", vec![2]),
    ] {
        assert_eq!(ids(&admin.get(&format!("{USAGES}{query}")).await), expected, "{query}");
    }
    assert_eq!(ids(&app.superadmin().await.get(USAGES).await), [3, 1, 2]);
}
