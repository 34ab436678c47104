//! `GET admin-management/advanced-analytics/*`

mod report;

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{
    DisputeStatus, OrderStatus, RefundStatus, Role, TicketPriority, TicketStatus, UserId, WebsiteId, order,
    refund, ticket, work_type,
};
use tally_testkit::{Row, TestApp, ago, now};

const DASHBOARD: &str = "/admin-management/advanced-analytics/dashboard/";
const TICK: Duration = Duration::microseconds(1);

/// An order of that time; paid when it costs something.
fn order(
    app: &TestApp,
    site: WebsiteId,
    created_at: DateTime<Utc>,
    cents: i64,
) -> Row<'_, order::ActiveModel> {
    app.order(site).set(|o| {
        (o.created_at, o.total_price_cents) = (Set(created_at), Set(cents));
        (o.is_paid, o.paid_at) = (Set(cents > 0), Set((cents > 0).then(|| ago(0, 1))));
    })
}

fn stands(status: OrderStatus, writer: UserId, cents: i64) -> impl FnOnce(&mut order::ActiveModel) {
    move |order| {
        (order.status, order.assigned_writer_id) = (Set(status), Set(Some(writer)));
        order.writer_compensation_cents = Set(cents);
        (order.completed_at, order.submitted_at) = (Set(Some(ago(0, 1))), Set(Some(ago(0, 1))));
    }
}

/// A period of thirty days with something of everything, and the same just outside of it.
async fn lively(app: &TestApp, site: WebsiteId, other: WebsiteId) {
    let writer = app.user(Role::Writer, Some(site)).set(|u| {
        u.username = Set("wanda".to_owned());
        (u.rating_sum, u.rating_count) = (Set("14.0".parse().unwrap()), Set(3));
    });
    let writer = writer.insert().await.id;
    let unrated = app.user(Role::Writer, Some(site)).set(|u| u.username = Set("will".to_owned()));
    let unrated = unrated.insert().await.id;
    let client = app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned()));
    let client = client.insert().await.id;
    let essay =
        work_type::ActiveModel { website_id: Set(site), name: Set("Essay".to_owned()), ..Default::default() };
    let essay = app.insert(essay).await.id;

    let first = order(app, site, ago(30, 0), 1_000).set(stands(OrderStatus::Completed, writer, 300));
    let first = first.set(|o| (o.client_id, o.work_type_id) = (Set(Some(client)), Set(Some(essay))));
    let first = first.insert().await;
    order(app, site, ago(29, 0), 501).set(stands(OrderStatus::Submitted, writer, 1)).insert().await;
    let unpaid = order(app, site, ago(29, 0), 0).set(stands(OrderStatus::Completed, unrated, 200));
    unpaid.set(|o| o.client_id = Set(Some(client))).insert().await;
    order(app, site, now() - TICK, 0).set(stands(OrderStatus::InProgress, unrated, 1)).insert().await;
    order(app, site, ago(29, 0), 0).insert().await;
    // Out: too early, not yet, removed, elsewhere.
    let out = || stands(OrderStatus::Completed, writer, 7_777);
    order(app, site, ago(30, 0) - TICK, 7_777).set(out()).insert().await;
    order(app, site, now(), 7_777).set(out()).insert().await;
    order(app, site, ago(1, 0), 7_777).set(out()).set(|o| o.deleted_at = Set(Some(now()))).insert().await;
    let foreign = order(app, other, ago(1, 0), 7_777).set(out()).insert().await;

    tickets(app, site, other).await;
    for created_at in [ago(30, 0), ago(30, 0) - TICK, now()] {
        let dispute = app.dispute(&first).set(|d| d.created_at = Set(created_at));
        dispute.insert().await;
    }
    let resolved = app.dispute(&first).set(|d| {
        (d.status, d.resolved_at) = (Set(DisputeStatus::Closed), Set(Some(now())));
    });
    resolved.insert().await;
    app.dispute(&first).set(|d| d.status = Set(DisputeStatus::InReview)).insert().await;
    app.dispute(&foreign).insert().await;

    let payment = app.payment(&first).insert().await;
    let refunds: [(_, _, fn(&mut refund::ActiveModel)); 5] = [
        (RefundStatus::Processed, ago(30, 0), |_| {}),
        (RefundStatus::Pending, ago(1, 0), |_| {}),
        (RefundStatus::Rejected, ago(1, 0), |r| r.wallet_amount_cents = Set(5)),
        (RefundStatus::Processed, ago(30, 0) - TICK, |_| {}),
        (RefundStatus::Processed, now(), |_| {}),
    ];
    for (status, created_at, change) in refunds {
        let refund = app.refund(&payment).set(|r| {
            (r.status, r.created_at, r.external_amount_cents) = (Set(status), Set(created_at), Set(100));
        });
        refund.set(change).insert().await;
    }
}

/// Solved after two and after three hours, closed, open; early, late and elsewhere.
async fn tickets(app: &TestApp, site: WebsiteId, other: WebsiteId) {
    let solved = |created_at, hours| {
        move |t: &mut ticket::ActiveModel| {
            (t.created_at, t.status) = (Set(created_at), Set(TicketStatus::Resolved));
            t.resolved_at = Set(Some(created_at + Duration::hours(hours)));
            t.priority = Set(Some(TicketPriority::High));
        }
    };
    app.ticket(site).set(solved(ago(30, 0), 2)).insert().await;
    app.ticket(site).set(solved(ago(5, 0), 3)).insert().await;
    let closed = |t: &mut ticket::ActiveModel| {
        (t.status, t.closed_at) = (Set(TicketStatus::Closed), Set(Some(now())));
        t.priority = Set(Some(TicketPriority::Low));
    };
    app.ticket(site).set(closed).insert().await;
    app.ticket(site).set(|t| t.priority = Set(None)).insert().await;
    app.ticket(site).set(solved(ago(30, 0) - TICK, 99)).insert().await;
    app.ticket(site).set(solved(now(), 99)).insert().await;
    app.ticket(other).set(solved(ago(5, 0), 99)).insert().await;
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one screen, with all it shows")]
async fn a_period_is_shown_in_every_respect() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    lively(&app, site, other).await;
    let admin = app.admin(site).await;
    app.sweep().await;
    let reply = admin.get(DASHBOARD).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 7);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "summary": {
        "total_revenue": 15.01,
        "total_orders": 5,
        "completed_orders": 2,
        "completion_rate": 40,
        "avg_order_value": 7.51,
        "total_tickets": 4,
        "total_disputes": 3,
        "total_refunds": 3
      },
      "revenue_analytics": {
        "total": 15.01,
        "daily_breakdown": [
          {
            "date": "2026-03-16",
            "revenue": 10,
            "order_count": 1
          },
          {
            "date": "2026-03-17",
            "revenue": 5.01,
            "order_count": 1
          }
        ],
        "by_service_type": [
          {
            "service_type": "Essay",
            "revenue": 10,
            "count": 1
          },
          {
            "service_type": "Unknown",
            "revenue": 5.01,
            "count": 1
          }
        ]
      },
      "order_analytics": {
        "conversion_funnel": {
          "created": 5,
          "paid": 2,
          "assigned": 4,
          "in_progress": 1,
          "submitted": 1,
          "completed": 2
        },
        "completion_rate": 40,
        "avg_order_value": 7.51
      },
      "writer_performance": [
        {
          "writer_id": 1,
          "username": "wanda",
          "completed_orders": 1,
          "total_earnings": 3,
          "avg_rating": 4.67
        },
        {
          "writer_id": 2,
          "username": "will",
          "completed_orders": 1,
          "total_earnings": 2,
          "avg_rating": null
        }
      ],
      "client_analytics": [
        {
          "client_id": 3,
          "username": "ann",
          "email": "client3@people.example",
          "order_count": 2,
          "total_spent": 10
        }
      ],
      "support_metrics": {
        "total_tickets": 4,
        "resolved_tickets": 3,
        "avg_resolution_time": 2.5,
        "tickets_by_priority": [
          {
            "priority": "high",
            "count": 2
          },
          {
            "priority": "low",
            "count": 1
          },
          {
            "priority": null,
            "count": 1
          }
        ]
      },
      "dispute_metrics": {
        "total_disputes": 3,
        "resolved": 1,
        "pending": 1,
        "resolution_rate": 33.33
      },
      "refund_metrics": {
        "total_refunds": 3,
        "total_amount": 3.05,
        "approved": 1,
        "processed": 1,
        "pending": 1,
        "rejected": 1
      },
      "weekly_trends": [
        {
          "week": "2026-03-16",
          "orders_created": 4,
          "orders_completed": 2,
          "revenue": 15.01
        },
        {
          "week": "2026-04-13",
          "orders_created": 1,
          "orders_completed": 0,
          "revenue": 0
        }
      ]
    }
    "#);
    assert_eq!(admin.get(&format!("{DASHBOARD}?days=30")).await.statements(), 0);
    let later = admin.get(&format!("{DASHBOARD}?days=29")).await;
    assert_eq!((later.statements(), &later.json()["summary"]["total_orders"]), (7, &json!(4)));

    order(&app, other, ago(1, 0), 0).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(DASHBOARD).await.statements(), 0, "another website's order");
    app.ticket(site).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(DASHBOARD).await.json()["summary"]["total_tickets"], 5);
}

#[tokio::test]
async fn nothing_has_no_means() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let reply = app.admin(site).await.get(DASHBOARD).await;
    assert_eq!(
        reply.json()["summary"],
        json!({
            "total_revenue": 0,
            "total_orders": 0,
            "completed_orders": 0,
            "completion_rate": 0,
            "avg_order_value": null,
            "total_tickets": 0,
            "total_disputes": 0,
            "total_refunds": 0,
        })
    );
    assert_eq!(reply.json()["support_metrics"]["avg_resolution_time"], json!(null));
    assert_eq!(reply.json()["dispute_metrics"]["resolution_rate"], 0);
}
