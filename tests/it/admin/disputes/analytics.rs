//! `GET admin-management/disputes/analytics`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{DisputeStatus, ResolutionOutcome, Role, order};
use tally_testkit::{TestApp, ago, now};

use super::{ANALYTICS, TICK, raised, resolved};

#[tokio::test]
async fn a_period_is_shown_by_month_week_and_outcome() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let order: order::Model = app.order(site).insert().await;
    let at = |text: &str| text.parse().unwrap();
    let (client, writer) = (ResolutionOutcome::ClientWins, ResolutionOutcome::WriterWins);
    app.dispute(&order).set(resolved(ago(365, 0), ago(364, 0), client)).insert().await;
    app.dispute(&order).set(resolved(ago(365, 0) - TICK, ago(364, 0), client)).insert().await;
    app.dispute(&order).set(raised(now())).insert().await;
    app.dispute(&order).set(raised(now() - TICK)).insert().await;
    app.dispute(&order).set(resolved(ago(30, 0), ago(27, 0), writer)).insert().await;
    app.dispute(&order).set(raised(ago(30, 0) - TICK)).insert().await;
    // Eleven weeks before the week of the test begins on the 26th of January, a Monday.
    app.dispute(&order).set(raised(at("2026-01-26T00:00:00Z"))).insert().await;
    let closed = |d: &mut tally_entity::dispute::ActiveModel| d.status = Set(DisputeStatus::Closed);
    app.dispute(&order).set(raised(at("2026-01-25T23:59:59.999999Z"))).set(closed).insert().await;
    let elsewhere = app.order(other).insert().await;
    app.dispute(&elsewhere).set(resolved(ago(2, 0), ago(1, 0), client)).insert().await;
    let support = app.role(Role::Support, Some(site)).await;

    let reply = support.get(ANALYTICS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let month = |month: &str, total: i64, resolved: i64| json!({ "month": month, "total": total, "resolved": resolved });
    let week = |week: &str, created: i64, resolved: i64| json!({ "week": week, "created": created, "resolved": resolved });
    let expected = json!({
        "monthly_trends": [month("2025-04-01", 1, 1), month("2026-01-01", 2, 0), month("2026-03-01", 2, 1), month("2026-04-01", 1, 0)],
        "weekly_trends": [week("2026-01-26", 1, 0), week("2026-03-16", 2, 1), week("2026-04-13", 1, 0)],
        // One day and three days.
        "avg_resolution_days": 2,
        "outcome_breakdown": { "client_wins": 1, "writer_wins": 1 },
        "resolution_rate_percent": 50, "total_this_month": 2, "resolved_this_month": 1,
    });
    assert_eq!(reply.json(), &expected);
    let alias = support.get("/admin-management/disputes/dashboard/analytics/?days=365").await;
    assert_eq!((alias.statements(), alias.json()), (0, &expected));

    let shorter = support.get(&format!("{ANALYTICS}?days=7")).await;
    assert_eq!(shorter.statements(), 2);
    assert_eq!(shorter.json()["monthly_trends"], json!([month("2026-04-01", 1, 0)]));
    assert_eq!(
        (&shorter.json()["outcome_breakdown"], &shorter.json()["avg_resolution_days"]),
        (&json!({}), &json!(null))
    );
    // A month is a month, however short the period is.
    assert_eq!(
        (&shorter.json()["total_this_month"], &shorter.json()["resolution_rate_percent"]),
        (&json!(2), &json!(50))
    );
    let longer = support.get(&format!("{ANALYTICS}?days=9999")).await;
    assert_eq!(longer.json()["outcome_breakdown"]["client_wins"], 2);
    let all = app.superadmin().await.get(ANALYTICS).await;
    assert_eq!(all.json()["outcome_breakdown"]["client_wins"], 2);
    app.role(Role::Editor, Some(site)).await.get(ANALYTICS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn nothing_has_no_rate() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let reply = app.admin(site).await.get(ANALYTICS).await;
    let expected: Value = json!({ "monthly_trends": [], "weekly_trends": [], "avg_resolution_days": null, "outcome_breakdown": {},
        "resolution_rate_percent": 0, "total_this_month": 0, "resolved_this_month": 0 });
    assert_eq!(reply.json(), &expected);
}
