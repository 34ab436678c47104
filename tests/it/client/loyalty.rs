//! `GET client-management/dashboard/loyalty`

use chrono::{TimeZone as _, Utc};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{LoyaltyTransactionType, Role};
use tally_testkit::{TestApp, ago};

use super::client;

const LOYALTY: &str = "/client-management/dashboard/loyalty/";

#[tokio::test]
async fn points_tier_and_badges_are_the_callers() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let silver = app.loyalty_tier(site, "Silver", 100).insert().await;
    app.loyalty_tier(site, "Platinum", 1_000).insert().await;
    app.loyalty_tier(site, "Gold", 500).insert().await;
    app.loyalty_tier(other, "Brass", 300).insert().await;
    let profile = app.client_profile(site, ann.id);
    profile.set(|p| (p.loyalty_points, p.loyalty_tier_id) = (Set(250), Set(Some(silver.id)))).insert().await;
    let first = Utc.with_ymd_and_hms(2026, 4, 1, 0, 0, 0).unwrap();
    let at = |at, points| app.loyalty_transaction(site, ann.id, points).set(move |t| t.created_at = Set(at));
    let earned = at(first, 40).set(|t| t.reason = Set("Order".to_owned())).insert().await;
    let before = at(first - chrono::Duration::microseconds(1), 7).insert().await;
    let spent = at(ago(2, 0), 5).set(|t| t.transaction_type = Set(LoyaltyTransactionType::Redeem));
    let spent = spent.insert().await;
    for _ in 0..9 {
        at(ago(100, 0), 1).insert().await;
    }
    app.loyalty_transaction(site, bob.id, 900).insert().await;
    let badge = app.badge(site).insert().await;
    let given = app.user_badge(&badge, ann.id).insert().await;
    let taken = app.badge(site).insert().await;
    app.user_badge(&taken, ann.id).set(|b| b.revoked_at = Set(Some(ago(1, 0)))).insert().await;
    app.user_badge(&badge, bob.id).insert().await;
    app.sweep().await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get(LOYALTY).await;
    assert_eq!(reply.statements(), 3);
    let answer = reply.json();
    assert_eq!((&answer["loyalty_points"], &answer["points_earned_this_month"]), (&json!(250), &json!(40)));
    assert_eq!(answer["current_tier"], json!({ "name": "Silver", "id": silver.id }));
    assert_eq!(answer["next_tier"], json!({ "name": "Gold", "points_required": 500 }));
    assert_eq!(answer["points_to_next_tier"], 250);
    let recent = answer["recent_transactions"].as_array().unwrap();
    let ids: Vec<_> = recent.iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!((ids.len(), &ids[..3]), (10, &[spent.id.0, earned.id.0, before.id.0][..]));
    assert_eq!(
        recent[1],
        json!({ "id": earned.id, "points": 40, "transaction_type": "add", "reason": "Order", "timestamp": "2026-04-01T00:00:00Z" })
    );
    let badges = json!([{ "id": given.id, "badge_name": badge.name, "awarded_at": "2026-04-13T12:00:00Z" }]);
    assert_eq!(answer["badges"], badges);

    app.loyalty_transaction(site, bob.id, 1).insert().await;
    app.sweep().await;
    assert_eq!(caller.get(LOYALTY).await.statements(), 0);
    app.loyalty_transaction(site, ann.id, 2).insert().await;
    app.sweep().await;
    assert_eq!(caller.get(LOYALTY).await.json()["points_earned_this_month"], 42);
}

#[tokio::test]
async fn a_client_without_a_profile_has_no_points_and_others_see_nothing() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    app.loyalty_tier(site, "Silver", 100).insert().await;
    let reply = app.role(Role::Client, Some(site)).await.get(LOYALTY).await;
    assert_eq!(reply.json()["current_tier"], json!({ "name": "None", "id": null }));
    assert_eq!(reply.json()["points_to_next_tier"], 100);
    for caller in [app.admin(site).await, app.superadmin().await, app.role(Role::Writer, Some(site)).await] {
        let reply = caller.get(LOYALTY).await;
        assert_eq!(reply.statements(), 0);
        let nothing = json!({
            "loyalty_points": 0, "current_tier": { "name": "None", "id": null },
            "next_tier": { "name": null, "points_required": null }, "points_to_next_tier": 0,
            "points_earned_this_month": 0, "recent_transactions": [], "badges": [],
        });
        assert_eq!(reply.json(), &nothing);
    }
}
