//! `GET admin-management/orders/dashboard`

use chrono::Duration;
use sea_orm::Set;
use tally_entity::{OrderStatus, Role, UserId, WebsiteId, order};
use tally_testkit::{TestApp, ago, now};

const PATH: &str = "/admin-management/orders/dashboard/";
const TICK: Duration = Duration::microseconds(1);

/// The database keeps `updated_at` itself as soon as a row is changed, so it is given with the insert.
fn untouched_since(order: &mut order::ActiveModel, days: i64) {
    order.updated_at = Set(ago(days, 0));
}

#[tokio::test]
async fn every_status_is_counted_where_it_belongs() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    one_of_each(&app, site, writer).await;
    others(&app, site, other, writer).await;

    let admin = app.admin(site).await;
    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    insta::assert_json_snapshot!(reply.json()["summary"], @r#"
    {
      "total_orders": 43,
      "pending_orders": 7,
      "in_progress_orders": 5,
      "completed_orders": 4,
      "cancelled_orders": 3,
      "needs_assignment": 3,
      "overdue_orders": 2,
      "stuck_orders": 1,
      "recent_orders": 7,
      "avg_order_value": 0.35,
      "total_revenue": 10.01,
      "submitted_orders": 1,
      "revision_requested_orders": 1,
      "disputed_orders": 1,
      "available_orders": 3,
      "on_hold_orders": 2,
      "under_editing_orders": 1,
      "unpaid_orders": 42,
      "paid_orders": 1,
      "can_transition_to_in_progress": 16,
      "can_transition_to_submitted": 5,
      "can_transition_to_completed": 2,
      "can_transition_to_cancelled": 31,
      "can_transition_to_on_hold": 18,
      "can_transition_to_available": 12,
      "can_transition_to_revision_requested": 8,
      "can_transition_to_disputed": 3,
      "can_transition_to_under_editing": 7,
      "can_transition_to_closed": 6,
      "can_transition_to_reopened": 4
    }
    "#);
    insta::assert_json_snapshot!(reply.json()["weekly_trends"], @r#"
    [
      {
        "week": "2025-04-14",
        "count": 34
      },
      {
        "week": "2026-03-16",
        "count": 5
      },
      {
        "week": "2026-03-30",
        "count": 3
      }
    ]
    "#);
    let (summary, counts) =
        (&reply.json()["summary"], reply.json()["transition_counts"].as_object().unwrap());
    assert_eq!(counts.len(), 11);
    assert!(counts.iter().all(|(name, count)| summary[name] == *count));
    let statuses = reply.json()["status_breakdown"].as_object().unwrap();
    assert_eq!((statuses.len(), &statuses["available"]), (OrderStatus::ALL.len(), &serde_json::json!(3)));

    let alias = admin.get("/admin-management/orders/dashboard/dashboard/").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));
}

async fn one_of_each(app: &TestApp, site: WebsiteId, writer: UserId) {
    for status in OrderStatus::ALL {
        app.order(site)
            .set(|o| {
                o.status = Set(*status);
                o.assigned_writer_id = Set(Some(writer));
                (o.submitted_at, o.completed_at) = (Set(Some(ago(1, 0))), Set(Some(ago(1, 0))));
                (o.created_at, o.updated_at) = (Set(ago(364, 0)), Set(now()));
            })
            .insert()
            .await;
    }
}

/// Rows of which each would be counted wrongly by one mistake.
async fn others(app: &TestApp, site: WebsiteId, other: WebsiteId, writer: UserId) {
    let priced = |status, cents| {
        app.order(site).set(move |o| {
            (o.status, o.total_price_cents, o.updated_at) = (Set(status), Set(cents), Set(now()));
            o.completed_at = Set(Some(ago(1, 0)));
        })
    };
    // Without a writer: wanted, wanted, wanted, not wanted.
    for status in [OrderStatus::Available, OrderStatus::Pending, OrderStatus::Unpaid, OrderStatus::OnHold] {
        priced(status, 0).set(|o| o.created_at = Set(ago(30, 0))).insert().await;
    }
    // Revenue of the completed, paid or not; the paid one is no older than the trend.
    priced(OrderStatus::Closed, 1_001)
        .set(|o| {
            (o.is_paid, o.paid_at, o.created_at) = (Set(true), Set(Some(ago(1, 0))), Set(ago(30, 0) - TICK));
        })
        .insert()
        .await;
    priced(OrderStatus::Cancelled, 500).set(|o| o.created_at = Set(ago(364, 0) - TICK)).insert().await;
    // Late and stuck; just not late and just not stuck.
    priced(OrderStatus::Assigned, 0)
        .set(|o| {
            o.client_deadline_at = Set(Some(now() - TICK));
            o.updated_at = Set(ago(7, 0) - TICK);
        })
        .insert()
        .await;
    priced(OrderStatus::Assigned, 0)
        .set(|o| {
            o.writer_deadline_at = Set(Some(now()));
            untouched_since(o, 7);
        })
        .insert()
        .await;
    priced(OrderStatus::Available, 0)
        .set(|o| {
            (o.assigned_writer_id, o.writer_deadline_at) = (Set(Some(writer)), Set(Some(now() - TICK)));
            untouched_since(o, 8);
        })
        .insert()
        .await;
    priced(OrderStatus::Closed, 9_999).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    priced(OrderStatus::Closed, 9_999).set(|o| o.website_id = Set(other)).insert().await;
}
