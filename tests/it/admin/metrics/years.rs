//! Years and months.

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::Role;
use tally_testkit::{Reply, TestApp, ago};

use super::{at, placed, strangers};

/// Rows of a zero-filled list that are not zero.
fn filled(reply: &Reply) -> Vec<&Value> {
    reply.json().as_array().unwrap().iter().filter(|row| row["order_count"] != 0).collect()
}

#[tokio::test]
async fn a_year_is_twelve_months_under_both_names() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    placed(&app, site, at("2024-12-31T23:59:59.999999Z"), 99).await;
    placed(&app, site, at("2025-01-01T00:00:00Z"), 1_050).await;
    placed(&app, site, at("2025-12-31T23:59:59.999999Z"), 0).await;
    placed(&app, site, at("2026-01-01T00:00:00Z"), 7).await;
    strangers(&app, site, at("2025-06-01T00:00:00Z")).await;
    let admin = app.admin(site).await;

    let orders = admin.get("/admin-management/dashboard/metrics/yearly-orders/?year=2025").await;
    orders.assert_status(200);
    assert_eq!(orders.statements(), 1);
    assert_eq!(orders.json().as_array().unwrap().len(), 12);
    insta::assert_json_snapshot!(filled(&orders), @r#"
    [
      {
        "month": 1,
        "month_name": "January",
        "order_count": 1,
        "revenue": 10.5
      },
      {
        "month": 12,
        "month_name": "December",
        "order_count": 1,
        "revenue": 0
      }
    ]
    "#);
    let earnings = admin.get("/admin-management/dashboard/metrics/yearly-earnings/?year=2025").await;
    assert_eq!((earnings.statements(), earnings.json()), (0, orders.json()));

    let running = admin.get("/admin-management/dashboard/metrics/yearly-orders/").await;
    assert_eq!(
        filled(&running),
        [&json!({"month": 1, "month_name": "January", "order_count": 1, "revenue": 0.07})]
    );
    let first = admin.get("/admin-management/dashboard/metrics/yearly-orders/?year=1").await;
    assert_eq!((first.status.as_u16(), filled(&first).len()), (200, 0));
    admin
        .get("/admin-management/dashboard/metrics/yearly-orders/?year=x")
        .await
        .assert_problem(422, "invalid");
}

#[tokio::test]
async fn a_month_has_all_its_days() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    placed(&app, site, at("2024-01-31T23:59:59.999999Z"), 99).await;
    placed(&app, site, at("2024-02-01T00:00:00Z"), 100).await;
    placed(&app, site, at("2024-02-29T23:59:59.999999Z"), 0).await;
    placed(&app, site, at("2024-02-29T00:00:00Z"), 5).await;
    placed(&app, site, at("2024-03-01T00:00:00Z"), 99).await;
    strangers(&app, site, at("2024-02-10T00:00:00Z")).await;
    let admin = app.admin(site).await;

    let reply = admin.get("/admin-management/dashboard/metrics/monthly-orders/?year=2024&month=2").await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    assert_eq!(reply.json().as_array().unwrap().len(), 29);
    insta::assert_json_snapshot!(filled(&reply), @r#"
    [
      {
        "day": 1,
        "order_count": 1,
        "revenue": 1
      },
      {
        "day": 29,
        "order_count": 2,
        "revenue": 0.05
      }
    ]
    "#);
    assert_eq!(
        admin
            .get("/admin-management/dashboard/metrics/monthly-orders/?year=2024&month=02")
            .await
            .statements(),
        0
    );
    let running = admin.get("/admin-management/dashboard/metrics/monthly-orders/").await;
    assert_eq!(running.json().as_array().unwrap().len(), 30);
}

#[tokio::test]
async fn years_are_compared_twenty_at_most() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (first, before) = (at("2021-01-01T00:00:00Z"), at("2020-12-31T23:59:59.999999Z"));
    let mut clients = Vec::new();
    for joined_at in [first, before] {
        for role in [Role::Writer, Role::Client, Role::Client, Role::Editor] {
            let user = app.user(role, Some(site)).set(|u| u.joined_at = Set(joined_at)).insert().await;
            clients.push(user.id);
        }
        placed(&app, site, joined_at, 2_500).await;
        app.class_bundle(site, clients[1]).set(|b| b.created_at = Set(joined_at)).insert().await;
    }
    app.user(Role::Client, Some(site)).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    strangers(&app, site, first).await;
    let admin = app.admin(site).await;
    let compare =
        |query: &'static str| format!("/admin-management/dashboard/metrics/yearly-comparison/{query}");

    let reply = admin.get(&compare("")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let years = reply.json()["results"].as_array().unwrap();
    assert_eq!((years.len(), &years[5]["year"], &years[5]["clients"]), (6, &json!(2026), &json!(0)));
    insta::assert_json_snapshot!(years[0], @r#"
    {
      "year": 2021,
      "orders": 1,
      "classes": 1,
      "revenue": 25,
      "writers": 1,
      "clients": 2
    }
    "#);
    assert_eq!(admin.get(&compare("?start_year=2021&end_year=2026&metrics=orders")).await.statements(), 0);
    let twenty = admin.get(&compare("?start_year=2001&end_year=2020")).await;
    assert_eq!(twenty.json()["results"][19]["orders"], 1);
    let long = admin.get(&compare("?start_year=2001&end_year=2021")).await;
    long.assert_problem(422, "invalid");
    assert_eq!(long.json()["errors"][0]["pointer"], "?start_year");
    admin.get(&compare("?start_year=2027")).await.assert_problem(422, "invalid");
}
