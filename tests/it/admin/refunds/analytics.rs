//! `GET admin-management/refunds/analytics`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{RefundMethod, RefundStatus, Role};
use tally_testkit::{TestApp, ago, now};

use super::{TICK, of, some_payment, still};

const ANALYTICS: &str = "/admin-management/refunds/analytics/";

#[tokio::test]
async fn a_period_is_shown_by_month_week_and_method() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let payment = some_payment(&app, site).await;
    let asked = |cents, at| app.refund(&payment).set(of(0, cents)).set(move |r| r.created_at = Set(at));
    let at = |text: &str| text.parse().unwrap();
    asked(100, ago(365, 0)).set(|r| r.processed_at = Set(Some(ago(364, 0)))).insert().await;
    asked(9_999, ago(365, 0) - TICK).insert().await;
    asked(9_999, now()).insert().await;
    asked(50, now() - TICK).set(still(RefundStatus::Pending)).insert().await;
    let half = asked(25, ago(30, 0)).set(|r| r.processed_at = Set(Some(ago(29, 12))));
    half.set(|r| r.refund_method = Set(RefundMethod::Wallet)).insert().await;
    // Made once, and rejected since.
    let rejected = asked(5, ago(30, 0)).set(|r| r.processed_at = Set(Some(ago(1, 0))));
    rejected.set(|r| r.status = Set(RefundStatus::Rejected)).insert().await;
    asked(3, at("2026-01-26T00:00:00Z")).set(still(RefundStatus::Pending)).insert().await;
    asked(4, at("2026-01-25T23:59:59.999999Z")).set(still(RefundStatus::Pending)).insert().await;
    let elsewhere = some_payment(&app, other).await;
    app.refund(&elsewhere).set(of(0, 7_000)).set(|r| r.created_at = Set(ago(3, 0))).insert().await;
    let admin = app.admin(site).await;

    let reply = admin.get(ANALYTICS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let month = |month: &str, count: i64, amount: serde_json::Value, processed: i64| json!({ "month": month, "count": count, "total_amount": amount, "processed": processed });
    let week = |week: &str, requested: i64, processed: i64, amount: f64| json!({ "week": week, "requested": requested, "processed": processed, "total_amount": amount });
    let expected = json!({
        "monthly_trends": [month("2025-04-01", 1, json!(1), 1), month("2026-01-01", 2, json!(0.07), 0),
            month("2026-03-01", 2, json!(0.3), 1), month("2026-04-01", 1, json!(0.5), 0)],
        "weekly_trends": [week("2026-01-26", 1, 0, 0.03), week("2026-03-16", 2, 1, 0.3), week("2026-04-13", 1, 0, 0.5)],
        // 187 cents of six; a day and half a day.
        "avg_refund_amount": 0.31, "avg_processing_days": 0.75, "average_processing_hours": 18,
        "method_breakdown": { "external": { "count": 5, "total_amount": 1.62 }, "wallet": { "count": 1, "total_amount": 0.25 } },
    });
    assert_eq!(reply.json(), &expected);
    let alias = admin.get("/admin-management/refunds/dashboard/analytics/").await;
    assert_eq!((alias.statements(), alias.json()), (0, &expected));
    let shorter = admin.get(&format!("{ANALYTICS}?days=1")).await;
    assert_eq!((shorter.statements(), &shorter.json()["avg_refund_amount"]), (2, &json!(0.5)));
    assert_eq!(shorter.json()["average_processing_hours"], json!(null));
    let all = app.superadmin().await.get(&format!("{ANALYTICS}?days=7")).await;
    assert_eq!(all.json()["method_breakdown"]["external"]["count"], 2);
    for role in [Role::Support, Role::Editor] {
        app.role(role, Some(site)).await.get(ANALYTICS).await.assert_problem(403, "forbidden");
    }
}
