//! `GET superadmin-management/dashboard`

mod acts;
mod users;

use chrono::Duration;
use sea_orm::Set;
use serde_json::json;
use tally_entity::{
    DisputeStatus, OrderStatus, PaymentStatus, PayoutStatus, RefundStatus, Role, TicketStatus,
    TipPaymentStatus, UserId, WebsiteId, order,
};
use tally_testkit::{TestApp, ago};

const DASHBOARD: &str = "/superadmin-management/dashboard/";
const TICK: Duration = Duration::microseconds(1);

async fn order_of(
    app: &TestApp,
    site: WebsiteId,
    client: UserId,
    status: OrderStatus,
    cents: i64,
) -> order::Model {
    let row = app.order(site).set(|o| {
        (o.client_id, o.assigned_writer_id) = (Set(Some(client)), Set(None));
        (o.topic, o.status, o.total_price_cents) = (Set(status.to_string()), Set(status), Set(cents));
        (o.is_paid, o.paid_at) = (Set(cents > 0), Set((cents > 0).then(|| ago(1, 0))));
        o.completed_at = Set((status == OrderStatus::Completed).then(|| ago(1, 0)));
    });
    row.insert().await
}

async fn money(app: &TestApp, site: WebsiteId, client: UserId, order: &order::Model) {
    use PaymentStatus::{Completed, Failed, Pending, Succeeded};
    use PayoutStatus::{Approved, Paid, Rejected};
    for (status, cents) in [(Completed, 1_000), (Succeeded, 200), (Failed, 30), (Pending, 4)] {
        app.payment(order).set(|p| (p.status, p.amount_cents) = (Set(status), Set(cents))).insert().await;
    }
    let payment = app.payment(order).set(|p| p.status = Set(PaymentStatus::Refunded)).insert().await;
    for (status, wallet, external) in [(RefundStatus::Processed, 5, 60), (RefundStatus::Pending, 700, 0)] {
        let row = app.refund(&payment).set(|r| {
            (r.status, r.wallet_amount_cents, r.external_amount_cents) =
                (Set(status), Set(wallet), Set(external));
        });
        row.insert().await;
    }
    for (status, cents) in [(PayoutStatus::Pending, 7), (Approved, 80), (Paid, 900), (Rejected, 9_000)] {
        let row = app.payout_request(site, client);
        row.set(|p| (p.status, p.amount_cents) = (Set(status), Set(cents))).insert().await;
    }
    let writer = app.user_id(Role::Writer, Some(site)).await;
    for (status, cents) in [(TipPaymentStatus::Completed, 3), (TipPaymentStatus::Failed, 40)] {
        let row = app.tip(site, client, writer).set(|t| {
            (t.payment_status, t.amount_cents, t.platform_profit_cents) =
                (Set(status), Set(cents), Set(cents));
        });
        row.insert().await;
    }
}

async fn cases(app: &TestApp, site: WebsiteId, paid: &order::Model) {
    for status in [DisputeStatus::Open, DisputeStatus::Assigned, DisputeStatus::InReview] {
        app.dispute(paid).set(|d| d.status = Set(status)).insert().await;
    }
    let resolved = app.dispute(paid);
    resolved
        .set(|d| (d.status, d.resolved_at) = (Set(DisputeStatus::Resolved), Set(Some(ago(0, 1)))))
        .insert()
        .await;
    for status in [TicketStatus::New, TicketStatus::Open, TicketStatus::Closed, TicketStatus::OnHold] {
        let row = app.ticket(site).set(|t| {
            (t.status, t.closed_at) = (Set(status), Set((status == TicketStatus::Closed).then(|| ago(0, 1))));
        });
        row.insert().await;
    }
}

async fn people(app: &TestApp, site: WebsiteId) -> UserId {
    use Role::{Admin, Client, Editor, Support, Writer};
    for role in [Admin, Editor, Support, Support] {
        app.user(role, Some(site)).insert().await;
    }
    let user = |role| app.user(role, Some(site));
    user(Writer).set(|u| u.is_active = Set(false)).insert().await;
    user(Client).set(|u| (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))))).insert().await;
    user(Client).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    user(Client).set(|u| u.joined_at = Set(ago(0, 24))).insert().await;
    user(Client).set(|u| u.joined_at = Set(ago(0, 24) - TICK)).insert().await;
    user(Client).set(|u| u.joined_at = Set(ago(7, 0) - TICK)).insert().await;
    app.user_id(Client, Some(site)).await
}

#[tokio::test]
async fn every_figure_counts_its_rows_and_no_other() {
    use OrderStatus::{Available, Cancelled, Completed, Disputed, Pending};
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let client = people(&app, site).await;
    let paid = order_of(&app, site, client, Completed, 1_000).await;
    order_of(&app, site, client, Cancelled, 501).await;
    for status in [Available, Pending, Disputed] {
        order_of(&app, site, client, status, 0).await;
    }
    let late = app.order(site).set(|o| {
        (o.created_at, o.client_deadline_at) = (Set(ago(0, 24)), Set(Some(ago(0, 1))));
        o.status = Set(Pending);
    });
    late.insert().await;
    app.order(site).set(|o| o.deleted_at = Set(Some(ago(0, 1)))).insert().await;
    money(&app, site, client, &paid).await;
    cases(&app, site, &paid).await;
    let stranger = app.user_id(Role::Client, Some(other)).await;
    let foreign = order_of(&app, other, stranger, Completed, 7).await;
    money(&app, other, stranger, &foreign).await;
    let superadmin = app.superadmin().await;

    let reply = superadmin.get(&format!("{DASHBOARD}?website_id={site}")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 13);
    let mut figures = reply.json().clone();
    for list in ["recent_orders", "top_writers", "top_clients", "revenue_trends", "website_stats"] {
        figures.as_object_mut().unwrap().remove(list).unwrap_or_else(|| panic!("{list}"));
    }
    insta::assert_json_snapshot!(figures, @r#"
    {
      "total_users": 11,
      "total_admins": 1,
      "total_support": 2,
      "total_editors": 1,
      "total_writers": 2,
      "total_clients": 5,
      "suspended_users": 1,
      "active_users": 10,
      "total_revenue": 12,
      "pending_payouts": 0.87,
      "completed_payments": 10,
      "failed_payments": 1,
      "total_refunds": 0.65,
      "total_orders": 6,
      "in_progress": 0,
      "completed": 1,
      "disputed": 1,
      "canceled": 1,
      "cancelled": 1,
      "pending": 2,
      "submitted": 0,
      "available": 1,
      "avg_order_value": 7.51,
      "total_revenue_orders": 15.01,
      "total_disputes": 4,
      "resolved_disputes": 1,
      "pending_disputes": 1,
      "in_progress_disputes": 2,
      "total_tickets": 4,
      "open_tickets": 2,
      "closed_tickets": 1,
      "tip_stats": {
        "total_tips": 2,
        "total_tip_amount": 0.43,
        "completed_tips": 1
      },
      "system_health": {
        "orders_last_24h": 1,
        "orders_last_7d": 1,
        "new_users_last_24h": 1,
        "new_users_last_7d": 2,
        "overdue_orders": 1,
        "unassigned_orders": 3
      }
    }
    "#);
    assert_eq!(superadmin.get(&format!("{DASHBOARD}?website_id={site}")).await.statements(), 0);
    app.admin(site).await.get(DASHBOARD).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn websites_are_counted_without_multiplying() {
    let app = TestApp::start().await;
    let (empty, busy) = (app.website("empty").await, app.website("busy").await);
    let client = app.user_id(Role::Client, Some(busy)).await;
    app.user_id(Role::Client, Some(busy)).await;
    app.user(Role::Client, Some(busy)).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    for cents in [1_000, 250, 0] {
        order_of(&app, busy, client, OrderStatus::Completed, cents).await;
    }
    app.order(busy).set(|o| o.deleted_at = Set(Some(ago(0, 1)))).insert().await;
    let superadmin = app.superadmin().await;

    let reply = superadmin.get(DASHBOARD).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 13);
    let stats = json!([
        { "id": busy, "name": "busy", "domain": "busy.example", "is_active": true,
          "order_count": 3, "user_count": 2, "total_revenue": 12.5 },
        { "id": empty, "name": "empty", "domain": "empty.example", "is_active": true,
          "order_count": 0, "user_count": 0, "total_revenue": 0 },
    ]);
    assert_eq!(reply.json()["website_stats"], stats);
    assert_eq!(reply.json()["recent_orders"].as_array().unwrap().len(), 3);
    assert_eq!(reply.json()["top_clients"][0]["total_spent"], 12.5);
    assert_eq!(
        reply.json()["revenue_trends"],
        json!([{ "date": "2026-04-05", "revenue": 12.5, "order_count": 2 }])
    );
    let narrowed = superadmin.get(&format!("{DASHBOARD}?website_id={empty}")).await;
    assert_eq!(narrowed.json()["website_stats"].as_array().unwrap().len(), 1);
    assert_eq!(narrowed.json()["avg_order_value"], json!(null));
}
