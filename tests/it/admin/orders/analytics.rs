//! `GET admin-management/orders/analytics`

use chrono::Duration;
use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, Role, WebsiteId, order, work_type};
use tally_testkit::{TestApp, ago, now};

const PATH: &str = "/admin-management/orders/analytics/";
const TICK: Duration = Duration::microseconds(1);

async fn kind_of_work(app: &TestApp, site: WebsiteId, name: &str) -> tally_entity::WorkTypeId {
    let row =
        work_type::ActiveModel { website_id: Set(site), name: Set(name.to_owned()), ..Default::default() };
    app.insert(row).await.id
}

use OrderStatus::{Cancelled, Closed, Completed, Pending, Reviewed};

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "every figure of one answer")]
async fn the_orders_of_the_last_days_are_added_up() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (essay, review) = (kind_of_work(&app, site, "Essay").await, kind_of_work(&app, site, "Review").await);
    let order = |created_at, status, cents| {
        app.order(site).set(move |o: &mut order::ActiveModel| {
            (o.created_at, o.status, o.total_price_cents) = (Set(created_at), Set(status), Set(cents));
        })
    };
    // The first instant of the period, a Monday: done in a day and a half.
    let monday = ago(30, 0);
    let first = order(monday, Completed, 1_000).set(|o| o.completed_at = Set(Some(ago(28, 12))));
    first.set(|o| o.work_type_id = Set(Some(review))).insert().await;
    order(monday - TICK, Completed, 9_999).set(|o| o.completed_at = Set(Some(now()))).insert().await;
    order(ago(14, 0), Reviewed, 200).set(|o| o.work_type_id = Set(Some(essay))).insert().await;
    order(ago(14, 0), Closed, 30).set(|o| o.work_type_id = Set(Some(essay))).insert().await;
    // Done, and closed without being done: in half an hour.
    let cancelled = order(ago(13, 12), Cancelled, 4)
        .set(|o| o.completed_at = Set(Some(ago(13, 12) + Duration::minutes(30))));
    cancelled.insert().await;
    order(now() - TICK, Pending, 5).insert().await;
    order(now(), Pending, 9_999).insert().await;
    order(ago(1, 0), Pending, 9_999).set(|o| o.deleted_at = Set(Some(now()))).insert().await;
    order(ago(1, 0), Pending, 9_999).set(|o| o.website_id = Set(other)).insert().await;

    let admin = app.admin(site).await;
    app.sweep().await;
    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "monthly_trends": [
        {
          "month": "2026-03-01",
          "count": 1,
          "completed": 1,
          "total_revenue": 10
        },
        {
          "month": "2026-04-01",
          "count": 4,
          "completed": 2,
          "total_revenue": 2.3
        }
      ],
      "weekly_trends": [
        {
          "week": "2026-03-16",
          "count": 1,
          "created": 1,
          "completed": 1,
          "revenue": 10
        },
        {
          "week": "2026-03-30",
          "count": 3,
          "created": 3,
          "completed": 2,
          "revenue": 2.3
        },
        {
          "week": "2026-04-13",
          "count": 1,
          "created": 1,
          "completed": 0,
          "revenue": 0
        }
      ],
      "service_breakdown": [
        {
          "service_type": "Essay",
          "count": 2,
          "total_revenue": 2.3,
          "revenue": 2.3
        },
        {
          "service_type": "Unknown",
          "count": 2,
          "total_revenue": 0,
          "revenue": 0
        },
        {
          "service_type": "Review",
          "count": 1,
          "total_revenue": 10,
          "revenue": 10
        }
      ],
      "status_trends": {
        "cancelled": 1,
        "closed": 1,
        "completed": 1,
        "pending": 1,
        "reviewed": 1
      },
      "avg_completion_days": 0.76,
      "conversion_rate": 60
    }
    "#);
    let alias = admin.get("/admin-management/orders/dashboard/analytics/?days=30").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));
    let longer = admin.get(&format!("{PATH}?days=31")).await;
    assert_eq!((longer.statements(), &longer.json()["status_trends"]["completed"]), (3, &json!(2)));
    let empty = app.admin(app.website("empty").await).await.get(PATH).await;
    let nothing = json!({ "monthly_trends": [], "weekly_trends": [], "service_breakdown": [], "status_trends": {},
        "avg_completion_days": null, "conversion_rate": 0 });
    assert_eq!(empty.json(), &nothing);
    app.role(Role::Support, Some(site)).await.get(PATH).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn orders_and_the_names_of_their_work_end_the_answer() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let admin = app.admin(site).await;
    app.sweep().await;
    admin.get(PATH).await.assert_status(200);
    app.order(other).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.statements(), 0);
    app.order(site).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.json()["status_trends"]["pending"], 1);
    kind_of_work(&app, site, "Essay").await;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.statements(), 3);
}
