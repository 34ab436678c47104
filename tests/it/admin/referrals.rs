//! `GET admin-management/referrals/tracking`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, UserId, WebsiteId};
use tally_testkit::{TestApp, ago};

const TRACKING: &str = "/admin-management/referrals/tracking/";

async fn named(app: &TestApp, site: WebsiteId, name: &str) -> UserId {
    let row = app.user(Role::Client, Some(site)).set(|u| {
        (u.username, u.email) = (Set(name.to_owned()), Set(format!("{name}@people.example")));
    });
    row.insert().await.id
}

#[tokio::test]
async fn referrals_come_newest_first_and_are_narrowed() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob, cy) =
        (named(&app, site, "ann").await, named(&app, site, "bob").await, named(&app, site, "cy").await);
    let first = app.referral(site, ann, bob).set(|r| {
        (r.referral_code, r.bonus_cents) = (Set("RIVER7".to_owned()), Set(1250));
        (r.bonus_awarded_at, r.voided_at) = (Set(Some(ago(1, 0))), Set(Some(ago(0, 1))));
        (r.is_flagged, r.flagged_reason) = (Set(true), Set(Some("same address".to_owned())));
        r.created_at = Set(ago(2, 0));
    });
    let first = first.insert().await.id;
    let second = app.referral(site, bob, cy).set(|r| {
        (r.referral_code, r.created_at) = (Set("LAMP1".to_owned()), Set(ago(1, 0)));
    });
    let second = second.insert().await.id;
    app.referral(other, ann, cy).insert().await;
    let admin = app.admin(site).await;

    let reply = admin.get(TRACKING).await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["count"]), (2, &json!(2)));
    let person = |id, name: &str| {
        json!({ "id": id, "username": name, "email": format!("{name}@people.example"), "full_name": name,
            "role": "client" })
    };
    let row = json!({
        "id": first, "referrer": person(ann, "ann"), "referee": person(bob, "bob"), "referral_code": "RIVER7",
        "bonus_amount": 12.5, "bonus_awarded": true, "is_flagged": true, "flagged_reason": "same address",
        "is_voided": true, "created_at": "2026-04-13T12:00:00Z",
    });
    assert_eq!(reply.json()["results"][1], row);
    let newest = &reply.json()["results"][0];
    assert_eq!((&newest["bonus_awarded"], &newest["is_voided"]), (&json!(false), &json!(false)));
    for (query, expected) in [
        (format!("client={ann}"), vec![first]),
        (format!("client={bob}"), vec![second, first]),
        ("search=river".to_owned(), vec![first]),
        ("search=cy".to_owned(), vec![second]),
        ("search=bob".to_owned(), vec![second, first]),
        ("search=nobody".to_owned(), vec![]),
        (format!("search={second}"), vec![second]),
    ] {
        let reply = admin.get(&format!("{TRACKING}?{query}")).await;
        let ids: Vec<_> = reply.json()["results"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
        assert_eq!(json!(ids), json!(expected), "{query}");
        assert_eq!(reply.json()["count"], expected.len(), "{query}");
    }
    assert_eq!(app.superadmin().await.get(TRACKING).await.json()["count"], 3);
    app.role(Role::Support, Some(site)).await.get(TRACKING).await.assert_problem(403, "forbidden");
}
