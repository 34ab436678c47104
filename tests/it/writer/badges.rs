//! `GET writer-management/dashboard/badges`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{BadgeAudience, BadgeId, BadgeType, WebsiteId, badge, user_badge};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept};

const PATH: &str = "/writer-management/dashboard/badges/";

async fn badge(
    app: &TestApp,
    site: Option<WebsiteId>,
    name: &str,
    change: impl FnOnce(&mut badge::ActiveModel),
) -> BadgeId {
    let mut row = badge::ActiveModel {
        website_id: Set(site),
        name: Set(name.to_owned()),
        audience: Set(BadgeAudience::Writer),
        kind: Set(BadgeType::Performance),
        ..Default::default()
    };
    change(&mut row);
    app.insert(row).await.id
}

async fn award(hand: &Hand<'_>, badge: BadgeId, days: i64, revoked: bool) -> i64 {
    let row = user_badge::ActiveModel {
        website_id: Set(hand.site),
        user_id: Set(hand.id),
        badge_id: Set(badge),
        awarded_at: Set(ago(days, 0)),
        revoked_at: Set(revoked.then(|| ago(0, 1))),
        ..Default::default()
    };
    hand.app.insert(row).await.id.0
}

#[tokio::test]
async fn badges_are_those_a_writer_has_and_those_there_are() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let fast = badge(&app, Some(site), "Fast", |badge| badge.icon = Set(Some("bolt".to_owned()))).await;
    let loyal = badge(&app, None, "Loyal", |badge| badge.kind = Set(BadgeType::Loyalty)).await;
    let careful = badge(&app, Some(site), "Careful", |_| ()).await;
    let old = badge(&app, Some(site), "Old", |badge| badge.is_active = Set(false)).await;
    badge(&app, Some(site), "Rich", |badge| badge.audience = Set(BadgeAudience::Client)).await;
    badge(&app, Some(other), "Foreign", |_| ()).await;
    let awarded = award(&jane, fast, 3, false).await;
    let newest = award(&jane, loyal, 1, false).await;
    let oldest = award(&jane, old, 9, false).await;
    award(&jane, careful, 1, true).await;
    award(&joe, careful, 1, false).await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let answer = reply.json();
    let of = |rows: &Value, name: &str| {
        rows.as_array().unwrap().iter().map(|row| row[name].clone()).collect::<Vec<_>>()
    };
    assert_eq!(json!(of(&answer["badges"], "id")), json!([newest, awarded, oldest]));
    assert_eq!(answer["recent_badges"], answer["badges"]);
    assert_eq!(
        answer["badges"][1],
        json!({
            "id": awarded, "badge_id": fast, "name": "Fast", "icon": "bolt", "type": "performance",
            "description": "", "issued_at": "2026-04-12T12:00:00Z", "is_auto_awarded": false,
        })
    );
    assert_eq!(answer["badge_counts_by_type"], json!({ "performance": 2, "loyalty": 1 }));
    assert_eq!(json!([answer["total_badges"], answer["milestones"]]), json!([3, []]));
    assert_eq!(of(&answer["available_badges"], "name"), ["Loyal", "Careful", "Fast"]);
    assert_eq!(answer["available_badges"][0]["icon"], "");

    assert!(is_kept(&jane.caller.get(PATH).await));
    award(&joe, fast, 1, false).await;
    app.sweep().await;
    assert!(is_kept(&jane.caller.get(PATH).await));
    award(&jane, badge(&app, None, "New", |_| ()).await, 0, false).await;
    app.sweep().await;
    assert_eq!(jane.caller.get(PATH).await.json()["total_badges"], 4);
    for_writers_only(&app, site, PATH).await;
}
