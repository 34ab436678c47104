//! `GET admin-management/refunds/dashboard`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{RefundMethod, RefundStatus, RefundType, Role};
use tally_testkit::{TestApp, ago, now};

use super::{TICK, ids, of, paid, some_payment, still};

const DASHBOARD: &str = "/admin-management/refunds/dashboard/";

#[tokio::test]
async fn every_figure_is_of_the_refunds_of_the_scope() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann =
        app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await.id;
    let payment = paid(&app, site, ann).await;
    let waiting = app.refund(&payment).set(of(1_000, 250)).set(still(RefundStatus::Pending)).set(|r| {
        (r.client_id, r.created_at) = (Set(Some(ann)), Set(ago(1, 0)));
        (r.kind, r.refund_method) = (Set(RefundType::Automated), Set(RefundMethod::Wallet));
    });
    let waiting = waiting.insert().await.id;
    let made = |wallet, external, created, processed| {
        app.refund(&payment).set(of(wallet, external)).set(move |r| {
            (r.created_at, r.processed_at) = (Set(created), Set(Some(processed)));
        })
    };
    let month = made(0, 300, ago(40, 0), ago(30, 0)).insert().await.id;
    let before = made(0, 7, ago(40, 1), ago(30, 0) - TICK).insert().await.id;
    let later = made(0, 11, ago(3, 0), now()).insert().await.id;
    // Rejected after it was made: no longer among those.
    let refused = made(500, 0, ago(2, 0), ago(1, 0)).set(|r| r.status = Set(RefundStatus::Rejected));
    let refused = refused.insert().await.id;
    let year = made(0, 1, ago(364, 0), ago(363, 0)).insert().await.id;
    let older = made(0, 2, ago(364, 0) - TICK, ago(363, 0)).insert().await.id;
    let elsewhere = some_payment(&app, other).await;
    app.refund(&elsewhere).set(of(0, 9_999)).insert().await;

    let support = app.role(Role::Support, Some(site)).await;
    let reply = support.get(DASHBOARD).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 4);
    let body = reply.json();
    let summary = json!({
        "total_refunds": 7, "pending_refunds": 1, "processed_refunds": 5, "rejected_refunds": 1,
        // 1250 + 300 + 7 + 11 + 500 + 1 + 2 cents
        "total_amount": 20.71, "total_requested": 20.71, "pending_amount": 12.5, "pending_total": 12.5,
        "processed_recent": 1, "processed_this_month": 1, "processed_amount": 3, "total_processed_this_month": 3,
        "average_refund_amount": 2.96,
    });
    assert_eq!(body["summary"], summary);
    let sums = |count: i64, amount: f64| json!({ "count": count, "total_amount": amount });
    assert_eq!(
        body["status_breakdown"],
        json!({ "pending": sums(1, 12.5), "processed": sums(5, 3.21), "rejected": { "count": 1, "total_amount": 5 } })
    );
    assert_eq!(body["type_breakdown"], json!({ "manual": 6, "automated": 1 }));
    let week =
        |week: &str, count: i64, amount: f64| json!({ "week": week, "count": count, "total_amount": amount });
    assert_eq!(
        body["weekly_trends"],
        json!([
            week("2025-04-14", 1, 0.01),
            week("2026-03-02", 2, 3.07),
            week("2026-04-06", 1, 0.11),
            week("2026-04-13", 2, 17.5)
        ])
    );
    assert_eq!(
        ids(&body["recent_refunds"]),
        [waiting, refused, later, month, before, year, older].map(|id| id.0)
    );
    let row = json!({ "id": waiting, "order_payment_id": payment.id, "client": "ann", "amount": 12.5, "status": "pending",
        "refund_method": "wallet", "created_at": "2026-04-14T12:00:00Z" });
    assert_eq!((&body["recent_refunds"][0], &body["recent_refunds"][1]["client"]), (&row, &json!(null)));
    let row = json!({ "id": waiting, "order_id": payment.order_id, "amount": 12.5, "wallet_amount": 10, "external_amount": 2.5,
        "type": "automated", "status": "pending", "processed_at": null, "client_id": ann });
    assert_eq!(body["pending_refunds_list"], json!([row]));

    let alias = support.get("/admin-management/refunds/dashboard/dashboard/").await;
    assert_eq!((alias.statements(), alias.json()), (0, body));
    let all = app.superadmin().await.get(DASHBOARD).await;
    assert_eq!(all.json()["summary"]["total_amount"], 120.7);
    support.get(&format!("{DASHBOARD}?website_id={other}")).await.assert_problem(404, "not-found");
    app.role(Role::Editor, Some(site)).await.get(DASHBOARD).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn lists_are_short_and_nothing_is_no_average() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.admin(site).await;
    let empty = admin.get(DASHBOARD).await;
    let summary = &empty.json()["summary"];
    assert_eq!((&summary["average_refund_amount"], &summary["total_amount"]), (&json!(null), &json!(0)));
    let payment = some_payment(&app, site).await;
    let mut newest = Vec::new();
    for _ in 0..22 {
        let row = app.refund(&payment).set(of(1, 0)).set(still(RefundStatus::Pending));
        newest.insert(0, row.set(|r| r.created_at = Set(ago(1, 0))).insert().await.id.0);
    }
    app.sweep().await;
    let reply = admin.get(DASHBOARD).await;
    assert_eq!(reply.statements(), 4);
    assert_eq!(ids(&reply.json()["recent_refunds"]), newest[..10]);
    assert_eq!(ids(&reply.json()["pending_refunds_list"]), newest[..20]);
}
