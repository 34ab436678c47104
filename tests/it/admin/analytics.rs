//! `GET admin-management/dashboard/analytics/*`

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, Role, UserId, WebsiteId, order};
use tally_testkit::{Row, TestApp, ago, now};

const ENHANCED: &str = "/admin-management/dashboard/analytics/enhanced/";
const COMPARE: &str = "/admin-management/dashboard/analytics/compare/";
const TICK: Duration = Duration::microseconds(1);

/// An order of that time; paid when it costs something.
fn order(
    app: &TestApp,
    site: WebsiteId,
    client: Option<UserId>,
    created_at: DateTime<Utc>,
    cents: i64,
) -> Row<'_, order::ActiveModel> {
    app.order(site).set(|o| {
        (o.client_id, o.created_at, o.total_price_cents) = (Set(client), Set(created_at), Set(cents));
        (o.is_paid, o.paid_at) = (Set(cents > 0), Set((cents > 0).then(|| ago(0, 1))));
    })
}

fn completed(order: &mut order::ActiveModel, writer: UserId, cents: i64) {
    (order.status, order.completed_at) = (Set(OrderStatus::Completed), Set(Some(ago(0, 1))));
    (order.assigned_writer_id, order.writer_compensation_cents) = (Set(Some(writer)), Set(cents));
}

#[tokio::test]
async fn a_quiet_period_is_only_described() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let busy = app.user_id(Role::Writer, Some(site)).await;
    let client = app.user_id(Role::Client, Some(site)).await;
    let once = app.user_id(Role::Client, Some(site)).await;

    order(&app, site, Some(client), ago(30, 0), 1_000).set(|o| completed(o, writer, 400)).insert().await;
    let reviewed = |o: &mut order::ActiveModel| {
        completed(o, busy, 100);
        o.status = Set(OrderStatus::Reviewed);
    };
    order(&app, site, Some(client), ago(29, 0), 505).set(reviewed).insert().await;
    order(&app, site, Some(once), ago(29, 0), 0).set(|o| completed(o, busy, 50)).insert().await;
    order(&app, site, None, ago(28, 0), 0).insert().await;
    // Out: too early, not yet, removed, elsewhere.
    order(&app, site, Some(once), ago(30, 0) - TICK, 99).set(|o| completed(o, busy, 9)).insert().await;
    order(&app, site, Some(once), now(), 99).set(|o| completed(o, busy, 9)).insert().await;
    order(&app, site, Some(once), ago(1, 0), 99).set(|o| o.deleted_at = Set(Some(ago(0, 1)))).insert().await;
    order(&app, other, Some(once), ago(1, 0), 99).set(|o| completed(o, busy, 9)).insert().await;

    let admin = app.admin(site).await;
    let reply = admin.get(ENHANCED).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "period_days": 30,
      "start_date": "2026-03-16T12:00:00Z",
      "end_date": "2026-04-15T12:00:00Z",
      "daily_trends": [
        {
          "date": "2026-03-16",
          "total_orders": 1,
          "completed_orders": 1,
          "revenue": 10,
          "completion_rate": 100
        },
        {
          "date": "2026-03-17",
          "total_orders": 2,
          "completed_orders": 2,
          "revenue": 5.05,
          "completion_rate": 100
        },
        {
          "date": "2026-03-18",
          "total_orders": 1,
          "completed_orders": 0,
          "revenue": 0,
          "completion_rate": 0
        }
      ],
      "revenue_trends": [
        {
          "date": "2026-03-16",
          "revenue": 10,
          "order_count": 1
        },
        {
          "date": "2026-03-17",
          "revenue": 5.05,
          "order_count": 1
        }
      ],
      "writer_performance": [
        {
          "writer_id": 2,
          "writer_username": "writer2",
          "completed_orders": 2,
          "total_earnings": 1.5
        },
        {
          "writer_id": 1,
          "writer_username": "writer1",
          "completed_orders": 1,
          "total_earnings": 4
        }
      ],
      "client_metrics": {
        "total_active_clients": 2,
        "repeat_clients": 1,
        "retention_rate": 50,
        "avg_orders_per_client": 1.5,
        "avg_spend_per_client": 7.53
      },
      "predictions": {
        "predicted_revenue_next_week": 0,
        "confidence": "low"
      },
      "insights": []
    }
    "#);
    assert_eq!(admin.get(&format!("{ENHANCED}?days=30")).await.statements(), 0);
    assert_eq!(admin.get(&format!("{ENHANCED}?days=999")).await.json()["period_days"], 365);
}

#[tokio::test]
async fn a_lively_period_is_spoken_of() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let client = app.user_id(Role::Client, Some(site)).await;
    for day in 1..=14 {
        let orders = if day <= 7 { 2 } else { 1 };
        for _ in 0..orders {
            order(&app, site, Some(client), ago(day, 0), 1_000).insert().await;
        }
    }
    let reply = app.admin(site).await.get(ENHANCED).await;
    reply.assert_status(200);
    assert_eq!(
        reply.json()["predictions"],
        json!({"predicted_revenue_next_week": 140, "confidence": "medium"})
    );
    insta::assert_json_snapshot!(reply.json()["insights"], @r#"
    [
      {
        "type": "positive",
        "title": "Growing Order Volume",
        "message": "Orders per day are 100.0% above those at the start of the period.",
        "action": "See that enough writers are free to take the additional orders."
      },
      {
        "type": "positive",
        "title": "Strong Client Retention",
        "message": "100.0% of the clients ordered more than once in the period.",
        "action": "Ask returning clients to recommend the service."
      },
      {
        "type": "positive",
        "title": "Strong Revenue Growth",
        "message": "The last seven days with revenue brought in 100.0% more than the first seven.",
        "action": "Find out which services grew, and offer more of them."
      }
    ]
    "#);
}

#[tokio::test]
async fn nothing_has_averages_of_zero() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let reply = app.admin(site).await.get(ENHANCED).await;
    insta::assert_json_snapshot!(reply.json()["client_metrics"], @r#"
    {
      "total_active_clients": 0,
      "repeat_clients": 0,
      "retention_rate": 0,
      "avg_orders_per_client": 0,
      "avg_spend_per_client": 0
    }
    "#);
    assert_eq!(reply.json()["insights"], json!([]));
}

#[tokio::test]
async fn two_periods_touch_and_do_not_overlap() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    // Ten days up to now, and the five before them.
    for (created_at, cents) in [
        (now(), 7_777),
        (now() - TICK, 300),
        (ago(10, 0), 55),
        (ago(10, 0) - TICK, 100),
        (ago(15, 0), 200),
        (ago(15, 0) - TICK, 7_777),
    ] {
        order(&app, site, None, created_at, cents).set(|o| completed(o, writer, 0)).insert().await;
        app.user(Role::Client, Some(site)).set(|u| u.joined_at = Set(created_at)).insert().await;
    }
    order(&app, site, None, ago(1, 0), 0).insert().await;
    order(&app, other, None, ago(1, 0), 7_777).insert().await;
    order(&app, site, None, ago(1, 0), 7_777).set(|o| o.deleted_at = Set(Some(ago(0, 1)))).insert().await;
    app.user(Role::Editor, Some(site)).set(|u| u.joined_at = Set(ago(1, 0))).insert().await;
    app.user(Role::Client, Some(other)).set(|u| u.joined_at = Set(ago(1, 0))).insert().await;

    let admin = app.admin(site).await;
    let reply = admin.get(&format!("{COMPARE}?period1_days=10&period2_days=5")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "period1": {
        "start": "2026-04-05T12:00:00Z",
        "end": "2026-04-15T12:00:00Z",
        "metrics": {
          "total_orders": 3,
          "completed_orders": 2,
          "revenue": 3.55,
          "new_clients": 2
        }
      },
      "period2": {
        "start": "2026-03-31T12:00:00Z",
        "end": "2026-04-05T12:00:00Z",
        "metrics": {
          "total_orders": 2,
          "completed_orders": 2,
          "revenue": 3,
          "new_clients": 2
        }
      },
      "comparison": {
        "orders": {
          "percent": 50,
          "absolute": 1
        },
        "completed": {
          "percent": 0,
          "absolute": 0
        },
        "revenue": {
          "percent": 18.33,
          "absolute": 0.55
        },
        "new_clients": {
          "percent": 0,
          "absolute": 0
        }
      }
    }
    "#);
    // Before a period with nothing there is nothing to compare with.
    let reply = admin.get(&format!("{COMPARE}?period1_days=100&period2_days=1")).await;
    assert_eq!(reply.json()["comparison"]["revenue"], json!({"percent": 0, "absolute": 84.32}));
}
