//! `GET client-management/dashboard/stats`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, PaymentStatus, Role, payment};
use tally_testkit::{TestApp, ago, now};

use super::{client, order, paid};

const STATS: &str = "/client-management/dashboard/stats/";

async fn pay(app: &TestApp, order: &order::Model, cents: i64, days: i64, status: PaymentStatus) {
    let change = |p: &mut payment::ActiveModel| {
        (p.amount_cents, p.status, p.created_at) = (Set(cents), Set(status), Set(ago(days, 0)));
    };
    app.payment(order).set(change).insert().await;
}

#[tokio::test]
async fn figures_of_a_period_and_of_all_time_add_up() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let moment = chrono::Duration::microseconds(1);
    let waiting = order(&app, site, ann.id, |o| o.total_price_cents = Set(10_000)).await;
    pay(&app, &waiting, 10_000, 1, PaymentStatus::Pending).await;
    let first = order(&app, site, ann.id, |o| {
        paid(o);
        (o.status, o.assigned_writer_id) = (Set(OrderStatus::InProgress), Set(Some(writer)));
        o.created_at = Set(ago(30, 0));
    })
    .await;
    pay(&app, &first, 15_000, 1, PaymentStatus::Completed).await;
    pay(&app, &first, 5000, 20, PaymentStatus::Succeeded).await;
    let before = order(&app, site, ann.id, |o| {
        paid(o);
        (o.status, o.completed_at) = (Set(OrderStatus::Completed), Set(Some(ago(20, 0))));
        o.created_at = Set(ago(30, 0) - moment);
    })
    .await;
    pay(&app, &before, 7000, 200, PaymentStatus::Completed).await;
    order(&app, site, ann.id, |o| {
        (o.status, o.created_at) = (Set(OrderStatus::RevisionRequested), Set(ago(200, 0)));
    })
    .await;
    order(&app, site, ann.id, |o| {
        (o.status, o.total_price_cents, o.created_at) = (Set(OrderStatus::Unpaid), Set(300), Set(now()));
    })
    .await;
    order(&app, site, ann.id, |o| o.deleted_at = Set(Some(ago(1, 0)))).await;
    let other = order(&app, site, bob.id, paid).await;
    pay(&app, &other, 99_900, 1, PaymentStatus::Completed).await;
    app.sweep().await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get(STATS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let expected = json!({
        "total_orders": 2,
        "orders_by_status": { "completed": 0, "in_progress": 1, "on_revision": 0, "pending": 1 },
        "status_breakdown": { "completed": 0, "in_progress": 1, "on_revision": 0, "pending": 1 },
        // 150 and 50 for the one order of the period that anything was paid for.
        "total_spend": 200, "avg_order_value": 200,
        "paid_orders_count": 1, "unpaid_orders_count": 1,
        "active_orders": 2, "revision_requests": 1,
        "pending_payments": { "total": 103, "count": 2 }, "pending_payments_total": 103,
        "all_time": { "orders": 5, "spend": 270 },
        "this_month": { "orders": 2, "spend": 150 },
        "this_year": { "orders": 4, "spend": 200 },
    });
    assert_eq!(reply.json(), &expected);
    assert_eq!(caller.get(&format!("{STATS}?days=30")).await.statements(), 0);

    order(&app, site, bob.id, |_| ()).await;
    app.sweep().await;
    assert_eq!(caller.get(STATS).await.statements(), 0, "what others do changes nothing");
    pay(&app, &first, 1, 1, PaymentStatus::Completed).await;
    app.sweep().await;
    let fresh = caller.get(STATS).await;
    assert_eq!((fresh.statements(), &fresh.json()["total_spend"]), (2, &json!(200.01)));
}

#[tokio::test]
async fn whoever_ordered_nothing_has_zeros_and_others_have_no_such_page() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let reply = app.role(Role::Client, Some(site)).await.get(STATS).await;
    reply.assert_status(200);
    for name in
        ["total_orders", "total_spend", "paid_orders_count", "active_orders", "pending_payments_total"]
    {
        assert_eq!(reply.json()[name], 0, "{name}");
    }
    assert!(reply.json()["avg_order_value"].is_null());
    assert_eq!(reply.json()["this_month"], json!({ "orders": 0, "spend": 0 }));
    app.admin(site).await.get(STATS).await.assert_problem(403, "forbidden");
}
