//! `GET admin-management/class-bundles/analytics`

use chrono::Duration;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    ClassBundleStatus::{Completed, Exhausted, InProgress, NotStarted},
    ClassLevel::{Grad, Undergrad},
    PricingSource::{Config, Manual},
    Role,
};
use tally_testkit::{TestApp, ago, now};

use super::{Shop, TICK};

const PATH: &str = "/admin-management/class-bundles/analytics/";

#[tokio::test]
async fn the_bundles_of_the_last_days_are_added_up() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let bundle = |created_at, status, (level, source), cents| {
        alpha.bundle(&app).set(move |b| {
            (b.created_at, b.status, b.total_price_cents) = (Set(created_at), Set(status), Set(cents));
            (b.level, b.pricing_source) = (Set(level), Set(source));
        })
    };
    let done = |created_at, kind, cents, hours| {
        let completed_at = created_at + Duration::hours(hours);
        bundle(created_at, Completed, kind, cents).set(move |b| b.completed_at = Set(Some(completed_at)))
    };
    // The first instant of the period, a Monday: done in a day and a half.
    let monday = ago(30, 0);
    done(monday, (Grad, Manual), 1_000, 36).insert().await;
    done(monday - TICK, (Grad, Manual), 9_999, 1).insert().await;
    done(ago(14, 0), (Undergrad, Config), 225, 12).insert().await;
    // Completed, but nobody wrote down when.
    bundle(ago(14, 0), Completed, (Undergrad, Manual), 5).insert().await;
    // Once completed, and taken up again: neither days nor money.
    let again = bundle(ago(13, 12), InProgress, (Undergrad, Config), 70);
    again.set(|b| b.completed_at = Set(Some(now()))).insert().await;
    bundle(now() - TICK, NotStarted, (Undergrad, Config), 80).insert().await;
    bundle(now(), NotStarted, (Grad, Manual), 9_999).insert().await;
    bundle(ago(1, 0), Exhausted, (Grad, Manual), 9_999).set(|b| b.website_id = Set(beta.site)).insert().await;

    let admin = app.admin(alpha.site).await;
    app.sweep().await;
    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let month = |month: &str, count: i64, completed: i64, revenue: Value| json!({ "month": month, "count": count, "completed": completed, "total_revenue": revenue });
    let week = |week: &str, count: i64, completed: i64, revenue: Value| json!({ "week": week, "count": count, "created": count, "completed": completed, "revenue": revenue });
    let expected = json!({
        "monthly_trends": [month("2026-03-01", 1, 1, json!(10)), month("2026-04-01", 4, 2, json!(2.3))],
        "weekly_trends": [week("2026-03-16", 1, 1, json!(10)), week("2026-03-30", 3, 2, json!(2.3)),
            week("2026-04-13", 1, 0, json!(0))],
        "level_breakdown": [
            { "level": "undergrad", "count": 4, "total_revenue": 2.3 },
            { "level": "grad", "count": 1, "total_revenue": 10 },
        ],
        "pricing_breakdown": [
            { "pricing_source": "config", "count": 3, "total_revenue": 2.25 },
            { "pricing_source": "manual", "count": 2, "total_revenue": 10.05 },
        ],
        "status_trends": { "completed": 3, "in_progress": 1, "not_started": 1 },
        "avg_completion_days": 1,
        "conversion_rate": 60,
    });
    assert_eq!(reply.json(), &expected);

    let alias = admin.get("/admin-management/class-bundles/dashboard/analytics/?days=30").await;
    assert_eq!((alias.statements(), alias.json()), (0, &expected));
    let longer = admin.get(&format!("{PATH}?days=31")).await;
    assert_eq!((longer.statements(), &longer.json()["status_trends"]["completed"]), (2, &json!(4)));
    let all = app.superadmin().await.get(PATH).await;
    assert_eq!(all.json()["status_trends"]["exhausted"], 1);
    let nothing = json!({ "monthly_trends": [], "weekly_trends": [], "level_breakdown": [],
        "pricing_breakdown": [], "status_trends": {}, "avg_completion_days": null, "conversion_rate": 0 });
    assert_eq!(app.admin(app.website("empty").await).await.get(PATH).await.json(), &nothing);
    app.role(Role::Support, Some(alpha.site)).await.get(PATH).await.assert_problem(403, "forbidden");
    admin.get(&format!("{PATH}?days=month")).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn only_bundles_of_the_website_end_the_answer() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let admin = app.admin(alpha.site).await;
    app.sweep().await;
    admin.get(PATH).await.assert_status(200);
    let foreign = beta.bundle(&app).insert().await.id;
    app.installment(beta.site).set(|i| i.class_bundle_id = Set(Some(foreign))).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.statements(), 0);
    alpha.bundle(&app).insert().await;
    app.sweep().await;
    let fresh = admin.get(PATH).await;
    assert_eq!((fresh.statements(), &fresh.json()["status_trends"]), (2, &json!({ "in_progress": 1 })));
}
