//! What orders bring in.

use sea_orm::{ActiveModelTrait as _, Set};
use serde_json::json;
use tally_entity::order;
use tally_testkit::{TestApp, ago, now};

use super::{TICK, placed, strangers};

#[tokio::test]
async fn revenue_is_shared_out_by_paper_and_by_extra() {
    let app = TestApp::start().await;
    let (site, beta) = (app.website("alpha").await, app.website("beta").await);
    let (essay, thesis) =
        (app.paper_type(site, "Essay").insert().await.id, app.paper_type(site, "Thesis").insert().await.id);
    let check = app.additional_service(site).set(|s| s.name = Set("Check".to_owned())).insert().await.id;
    let charts = app.additional_service(site).set(|s| s.name = Set("Charts".to_owned())).insert().await.id;
    for (created_at, cents, paper) in [
        (ago(30, 0), 10_000, Some(essay)),
        (ago(1, 0), 500, Some(thesis)),
        (ago(1, 0), 500, None),
        (ago(1, 0), 0, Some(essay)),
        (ago(30, 0) - TICK, 99, Some(essay)),
        (now(), 99, Some(essay)),
    ] {
        let order = placed(&app, site, created_at, cents).await;
        let item = |service, cents| {
            app.order_item(&order).set(move |i| (i.service_id, i.amount_cents) = (Set(service), Set(cents)))
        };
        for service in [Some(check), Some(check), Some(charts), None] {
            item(service, 150).insert().await;
        }
        let mut changed: order::ActiveModel = order.into();
        changed.paper_type_id = Set(paper);
        changed.update(app.db()).await.unwrap();
    }
    strangers(&app, site, ago(1, 0)).await;
    let foreign = app.paper_type(beta, "Essay").insert().await.id;
    app.order(beta)
        .set(|o| {
            (o.created_at, o.paper_type_id, o.total_price_cents) =
                (Set(ago(1, 0)), Set(Some(foreign)), Set(1));
            (o.is_paid, o.paid_at) = (Set(true), Set(Some(ago(1, 0))));
        })
        .insert()
        .await;

    let reply = app.admin(site).await.get("/admin-management/dashboard/metrics/service-revenue/").await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "by_paper_type": [
        {
          "name": "Essay",
          "revenue": 100,
          "count": 1,
          "order_count": 1
        },
        {
          "name": "Thesis",
          "revenue": 5,
          "count": 1,
          "order_count": 1
        },
        {
          "name": "Unknown",
          "revenue": 5,
          "count": 1,
          "order_count": 1
        }
      ],
      "by_service": [
        {
          "name": "Check",
          "revenue": 9,
          "count": 3,
          "order_count": 3
        },
        {
          "name": "Charts",
          "revenue": 4.5,
          "count": 3,
          "order_count": 3
        }
      ]
    }
    "#);
    let everywhere =
        app.superadmin().await.get("/admin-management/dashboard/metrics/service-revenue/?days=7").await;
    let papers = everywhere.json()["by_paper_type"].as_array().unwrap();
    let essay = papers.iter().find(|row| row["name"] == "Essay");
    assert_eq!(essay, Some(&json!({"name": "Essay", "revenue": 0.01, "count": 1, "order_count": 1})));
}

#[tokio::test]
async fn what_is_paid_and_what_is_owed() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    placed(&app, site, ago(900, 0), 1_999).await;
    placed(&app, site, now(), 1).await;
    app.order(site).set(|o| o.total_price_cents = Set(305)).insert().await;
    strangers(&app, site, ago(1, 0)).await;
    let reply = app.admin(site).await.get("/admin-management/dashboard/metrics/payment-status/").await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "paid": {
        "count": 2,
        "revenue": 20
      },
      "unpaid": {
        "count": 1,
        "revenue": 0,
        "outstanding": 3.05
      }
    }
    "#);
}
