//! Who spent most.

use sea_orm::Set;
use serde_json::json;
use tally_entity::Role;
use tally_testkit::{TestApp, ago};

use super::{placed, placed_by, strangers};

#[tokio::test]
async fn who_spent_most_comes_first() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let client = |name: &'static str| {
        app.user(Role::Client, Some(site)).set(|u| {
            u.username = Set(name.to_owned());
            u.email = Set(format!("{name}@people.example"));
        })
    };
    let named = client("ann").set(|u| u.first_name = Set("Ann".to_owned())).insert().await.id;
    let often = client("bob")
        .set(|u| (u.first_name, u.last_name) = (Set("Bob".to_owned()), Set("Bay".to_owned())))
        .insert()
        .await
        .id;
    let (once, poor) = (client("cat").insert().await.id, client("dan").insert().await.id);
    for (client, cents) in [(named, 100), (once, 100), (often, 60), (often, 40), (poor, 99), (poor, 0)] {
        placed_by(&app, site, Some(client), ago(900, 0), cents).await;
    }
    placed(&app, site, ago(1, 0), 5_000).await;
    strangers(&app, site, ago(1, 0)).await;
    let admin = app.admin(site).await;

    let reply = admin.get("/admin-management/dashboard/top-clients/?limit=3").await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "count": 3,
      "results": [
        {
          "id": 2,
          "name": "Bob Bay",
          "username": "bob",
          "email": "bob@people.example",
          "total_orders": 2,
          "order_count": 2,
          "total_spent": 1
        },
        {
          "id": 1,
          "name": "Ann",
          "username": "ann",
          "email": "ann@people.example",
          "total_orders": 1,
          "order_count": 1,
          "total_spent": 1
        },
        {
          "id": 3,
          "name": "cat",
          "username": "cat",
          "email": "cat@people.example",
          "total_orders": 1,
          "order_count": 1,
          "total_spent": 1
        }
      ]
    }
    "#);
    let all = admin.get("/admin-management/dashboard/top-clients/").await;
    assert_eq!((&all.json()["count"], &all.json()["results"][3]["total_orders"]), (&json!(4), &json!(1)));
    assert_eq!(admin.get("/admin-management/dashboard/top-clients/?limit=0").await.json()["count"], 1);
}
