//! `GET admin-management/dashboard` and `…/dashboard/metrics/summary`

mod activity;
mod rows;

use serde_json::{Map, Value, json};
use tally_testkit::TestApp;

use self::rows::{orders, payments, people};

const PATH: &str = "/admin-management/dashboard/";
const SUMMARY: &str = "/admin-management/dashboard/metrics/summary/";

#[tokio::test]
async fn orders_people_and_money_agree() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    let people = people(&app, alpha, beta).await;
    orders(&app, alpha, beta, &people).await;
    payments(&app, alpha, beta).await;
    let admin = app.admin(alpha).await;

    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 14);
    let mut answer = reply.json().clone();
    let mut part = |name: &str| answer.as_object_mut().unwrap().shift_remove(name).unwrap();
    let (recent, statuses) = (part("recent_orders"), part("order_status_breakdown"));
    let counts = part("orders_by_status");
    for other in ["recent_activities", "recent_logs", "pending_promotion_requests"] {
        assert_eq!(part(other), json!([]), "{other}");
    }
    part("payment_reminder_stats");
    figures(&answer);
    recent_orders(recent.as_array().unwrap());
    breakdown(statuses.as_object().unwrap(), counts.as_object().unwrap());

    let warm = admin.get(PATH).await;
    assert_eq!((warm.statements(), warm.json()), (0, reply.json()));
    assert!(warm.header("cache-status").starts_with("tally; hit"));

    let summary = admin.get(SUMMARY).await;
    summary.assert_status(200);
    assert_eq!(summary.statements(), 3);
    let figures = summary.json().as_object().unwrap();
    assert_eq!(figures.len(), 16);
    for (name, value) in figures {
        assert_eq!(reply.json()[name], *value, "{name}");
    }

    let everywhere = app.superadmin().await.get(PATH).await;
    assert_eq!(everywhere.json()["total_orders"], 19);
    let narrowed = app.superadmin().await.get(&format!("{PATH}?website_id={alpha}")).await;
    assert_eq!((narrowed.statements(), narrowed.json()), (0, reply.json()));
}

#[tokio::test]
async fn nothing_is_zero_and_a_commit_ends_the_answer() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    let admin = app.admin(alpha).await;
    app.sweep().await;
    let empty = admin.get(PATH).await;
    empty.assert_status(200);
    assert_eq!(empty.json()["total_revenue"], 0);
    assert_eq!(empty.json()["orders_by_status"], json!({}));
    assert_eq!(empty.json()["payment_stats"]["total_amount"], 0);

    app.order(beta).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.statements(), 0);
    app.order(alpha).insert().await;
    app.sweep().await;
    let anew = admin.get(PATH).await;
    assert_eq!((anew.statements(), &anew.json()["total_orders"]), (14, &json!(1)));
}

/// All that is neither a list of orders nor about staff.
fn figures(answer: &Value) {
    insta::assert_json_snapshot!(answer, @r#"
    {
      "stats": {
        "total_users": 5,
        "active_users": 4,
        "suspended_users": 1,
        "total_orders": 17,
        "completed_orders": 1,
        "pending_orders": 3,
        "total_revenue": 155.51,
        "total_disputes": 0,
        "resolved_disputes": 0,
        "paid_orders_count": 4,
        "unpaid_orders_count": 13
      },
      "total_writers": 1,
      "total_editors": 1,
      "total_support": 1,
      "total_clients": 2,
      "suspended_users": 1,
      "total_orders": 17,
      "total_revenue": 155.51,
      "paid_orders_count": 4,
      "unpaid_orders_count": 13,
      "recent_orders_count": 2,
      "orders_in_progress": 5,
      "orders_on_revision": 4,
      "disputed_orders": 1,
      "total_tickets": 0,
      "open_tickets_count": 0,
      "closed_tickets_count": 0,
      "amount_paid_today": 3,
      "income_this_week": 13,
      "income_2weeks": 2109,
      "income_monthly": 2303,
      "top_writers": [
        {
          "id": 1,
          "username": "will",
          "email": "will@people.example",
          "completed_orders": 1,
          "total_earnings": 40
        }
      ],
      "top_clients": [
        {
          "id": 2,
          "username": "carl",
          "email": "carl@people.example",
          "total_spent": 150.5,
          "order_count": 2
        },
        {
          "id": 3,
          "username": "cleo",
          "email": "cleo@people.example",
          "total_spent": 5,
          "order_count": 1
        }
      ],
      "revenue_trends": [
        {
          "date": "2026-03-16",
          "revenue": 100.5,
          "order_count": 1
        },
        {
          "date": "2026-04-15",
          "revenue": 5,
          "order_count": 1
        }
      ],
      "system_health": {
        "overdue_orders": 2,
        "unassigned_orders": 3
      },
      "payment_stats": {
        "total_payments": 12,
        "completed_payments": 9,
        "pending_payments": 1,
        "failed_payments": 1,
        "total_amount": 4095
      }
    }
    "#);
}

/// The newest first; of equal times the last one made.
fn recent_orders(rows: &[Value]) {
    insta::assert_json_snapshot!(rows[1], @r#"
    {
      "id": 6,
      "topic": "in work",
      "client": "cleo",
      "writer": "will",
      "status": "in_progress",
      "total_price": 5,
      "is_paid": true,
      "created_at": "2026-04-15T11:00:00Z",
      "website": "alpha"
    }
    "#);
    let cut = format!("{}...", "x".repeat(50));
    let topics: Vec<_> = rows.iter().map(|row| row["topic"].as_str().unwrap()).collect();
    let expected = [
        "placed now",
        "in work",
        "late for the client",
        "late for the writer",
        "not late yet",
        &cut,
        "reviewed",
        "unpaid",
        "disputed",
        "revised",
    ];
    assert_eq!(topics, expected);
    assert_eq!((&rows[0]["client"], &rows[0]["writer"]), (&json!("N/A"), &json!("Unassigned")));
}

fn breakdown(statuses: &Map<String, Value>, counts: &Map<String, Value>) {
    assert_eq!((statuses.len(), counts.len()), (15, 15));
    for (status, row) in statuses {
        assert_eq!(row["count"], if status == "pending" { 3 } else { 1 }, "{status}");
        assert_eq!(row["count"], counts[status], "{status}");
    }
    let expected = [("completed", 100.5), ("in_progress", 5.0), ("pending", 0.01), ("reviewed", 50.0)];
    let revenue = statuses.iter().map(|(status, row)| (status.as_str(), row["revenue"].as_f64().unwrap()));
    let revenue: Vec<_> = revenue.filter(|(_, money)| *money > 0.0).collect();
    assert_eq!(revenue, expected);
}
