//! `GET admin-management/advanced-analytics/{comparison|export}`

use sea_orm::EntityTrait as _;
use serde_json::json;
use tally_entity::{OrderStatus, Role, audit_log};
use tally_testkit::{TestApp, ago, now};

use super::{DASHBOARD, TICK, lively, order, stands};

const COMPARISON: &str = "/admin-management/advanced-analytics/comparison/";
const EXPORT: &str = "/admin-management/advanced-analytics/export/";

#[tokio::test]
async fn two_periods_are_compared_by_completed_orders() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    for (created_at, cents) in [
        (now(), 7_777),
        (now() - TICK, 300),
        (ago(10, 0), 55),
        (ago(10, 0) - TICK, 200),
        (ago(15, 0), 100),
        (ago(15, 0) - TICK, 7_777),
    ] {
        order(&app, site, created_at, cents).set(stands(OrderStatus::Completed, writer, 0)).insert().await;
    }
    order(&app, site, ago(11, 0), 0).set(stands(OrderStatus::Reviewed, writer, 0)).insert().await;
    order(&app, other, ago(1, 0), 7_777).insert().await;
    let admin = app.admin(site).await;
    let reply = admin.get(&format!("{COMPARISON}?period1_days=10&period2_days=5")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "period1": {
        "days": 10,
        "start_date": "2026-04-05T12:00:00Z",
        "end_date": "2026-04-15T12:00:00Z",
        "revenue": 3.55,
        "completed_orders": 2,
        "total_orders": 2
      },
      "period2": {
        "days": 5,
        "start_date": "2026-03-31T12:00:00Z",
        "end_date": "2026-04-05T12:00:00Z",
        "revenue": 3,
        "completed_orders": 2,
        "total_orders": 3
      },
      "changes": {
        "revenue_change_percent": 18.33,
        "completed_change_percent": 0,
        "orders_change_percent": -33.33,
        "revenue_change_amount": 0.55
      }
    }
    "#);
    let same = admin.get(&format!("{COMPARISON}?period2_days=5&period1_days=10")).await;
    assert_eq!(same.statements(), 0);
}

#[tokio::test]
async fn the_report_is_the_kept_answer() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    lively(&app, site, other).await;
    let admin = app.admin(site).await;
    let shown = admin.get(DASHBOARD).await;
    let report = admin.get(EXPORT).await;
    report.assert_status(200);
    assert_eq!(report.body, shown.body);
    assert_eq!(report.header("content-type"), "application/json");
    assert_eq!(report.header("cache-control"), "no-store");
    let disposition = "attachment; filename=\"analytics_export_2026-04-15.json\"";
    assert_eq!(report.header("content-disposition"), disposition);

    let text = admin.get(&format!("{EXPORT}?format=csv&days=30")).await;
    insta::assert_snapshot!(String::from_utf8(text.body.to_vec()).unwrap(), @"
    Metric,Value
    Total Revenue,15.01
    Total Orders,5
    Completed Orders,2
    Completion Rate,40
    Avg Order Value,7.51
    Total Tickets,4
    Total Disputes,3
    Total Refunds,3

    Date,Revenue,Orders
    2026-03-16,10.00,1
    2026-03-17,5.01,1

    Week,Orders Created,Orders Completed,Revenue
    2026-03-16,4,2,15.01
    2026-04-13,1,0,0.00
    ");
    let disposition = "attachment; filename=\"analytics_export_2026-04-15.csv\"";
    assert_eq!(text.header("content-disposition"), disposition);
    admin.get(&format!("{EXPORT}?format=xlsx")).await.assert_problem(422, "invalid");

    let entries = audit_log::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[1].action, "Exported 1 reports of analytics");
    let details = json!({
        "filters": { "format": "csv", "days": "30" },
        "format": "csv",
        "rows": 1,
        "complete": true,
    });
    assert_eq!(entries[1].after, Some(details));
}
