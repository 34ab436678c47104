//! `GET client-management/dashboard/referrals` and `referrals/…`

use sea_orm::{EntityTrait as _, PaginatorTrait as _, Set};
use serde_json::json;
use tally_entity::referral_code;
use tally_testkit::{TestApp, ago};

use super::{client, order};

const DASHBOARD: &str = "/client-management/dashboard/referrals/";
const MAKE: &str = "/referrals/referrals/generate-code/";

#[tokio::test]
async fn whom_somebody_brought_and_what_for() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let mut brought = Vec::new();
    for name in ["one", "two", "three", "four"] {
        brought.push(client(&app, site, name).await);
    }
    let done = app.referral(site, ann.id, brought[0].id).set(|r| {
        (r.bonus_cents, r.bonus_awarded_at) = (Set(1_250), Set(Some(ago(1, 0))));
    });
    let done = done.insert().await;
    let waits = app.referral(site, ann.id, brought[1].id).set(|r| {
        (r.bonus_cents, r.created_at, r.registration_bonus_at) =
            (Set(700), Set(ago(9, 0)), Set(Some(ago(8, 0))));
    });
    let waits = waits.insert().await;
    app.referral(site, ann.id, brought[2].id).set(|r| r.voided_at = Set(Some(ago(1, 0)))).insert().await;
    app.referral(site, bob.id, brought[3].id).insert().await;
    order(&app, site, brought[0].id, |_| ()).await;
    order(&app, site, brought[0].id, |_| ()).await;
    order(&app, site, brought[0].id, |o| o.deleted_at = Set(Some(ago(1, 0)))).await;
    order(&app, site, brought[3].id, |_| ()).await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get(DASHBOARD).await;
    assert_eq!(reply.statements(), 2);
    let row = |id: i64, name: &str, awarded: bool, bonus: f64, at: &str| {
        let status = if awarded { "completed" } else { "pending" };
        json!({ "id": id, "referred_user": name, "status": status, "bonus_awarded": awarded, "bonus": bonus, "created_at": at })
    };
    assert_eq!(reply.json()["recent_referrals"][0]["id"], waits.id.0);
    let mut expected = row(done.id.0, "one", true, 12.5, "2026-04-05T12:00:00Z");
    assert_eq!(reply.json()["recent_referrals"][1], expected);
    expected = json!({
        "total_referrals": 2, "successful_referrals": 1, "pending_referrals": 1, "referral_earnings": 12.5,
        "referral_link": null, "recent_referrals": reply.json()["recent_referrals"],
    });
    assert_eq!(reply.json(), &expected);

    let list = caller.get("/referrals/referrals/").await;
    assert_eq!(list.statements(), 1);
    let first = json!({
        "id": waits.id, "referee": { "id": brought[1].id, "username": "two", "email": null },
        "referral_code": waits.referral_code, "created_at": "2026-04-06T12:00:00Z", "bonus_awarded": false,
        "first_order_bonus_credited": false, "registration_bonus_credited": true,
    });
    assert_eq!((list.json().as_array().unwrap().len(), &list.json()[0]), (2, &first));

    app.referral_code(site, ann.id, "ANNSCODE").insert().await;
    let link = "https://alpha.example/refer/ANNSCODE";
    assert_eq!(caller.get(DASHBOARD).await.json()["referral_link"], link);
    let stats = caller.get(&format!("/referrals/referrals/stats/?website={site}")).await;
    let expected = json!({
        "total_referred": 2, "completed_orders": 1, "referral_code": "ANNSCODE", "referral_link": link,
    });
    assert_eq!((stats.statements(), stats.json()), (1, &expected));
    let elsewhere = app.website("beta").await;
    let foreign = caller.get(&format!("/referrals/referrals/stats/?website={elsewhere}")).await;
    foreign.assert_problem(404, "not-found");
    let code = caller.get("/referrals/referral-codes/my-code/").await;
    assert_eq!((code.statements(), &code.json()["referral_link"]), (1, &json!(link)));
    let usage =
        json!({ "total_referrals": 2, "successful_referrals": 1, "conversion_rate": 50, "orders_placed": 2 });
    assert_eq!(code.json()["usage_stats"], usage);
}

#[tokio::test]
async fn a_code_is_made_once_however_often_it_is_asked_for() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.sign_in(&client(&app, site, "ann").await).await;
    ann.post(MAKE, json!({ "website": other })).await.assert_problem(404, "not-found");
    ann.post(MAKE, json!({})).await.assert_problem(422, "invalid");
    let body = json!({ "website": site });
    let (one, two) = tokio::join!(ann.post(MAKE, body.clone()), ann.post(MAKE, body.clone()));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!((statuses, &one.json()["code"]), ([200, 201], &two.json()["code"]));
    let code = one.json()["code"].as_str().unwrap().to_owned();
    assert!(
        code.len() == 8 && code.bytes().all(|letter| matches!(letter, b'A'..=b'Z' | b'2'..=b'9')),
        "{code}"
    );
    let again = ann.post(MAKE, body).await;
    again.assert_status(200);
    assert_eq!((&again.json()["already_exists"], &again.json()["code"]), (&json!(true), &json!(code)));

    let bob = app.sign_in(&client(&app, other, "bob").await).await;
    let made = bob.get("/referrals/referral-codes/my-code/").await;
    made.assert_status(200);
    let link = format!("https://beta.example/refer/{}", made.json()["code"].as_str().unwrap());
    assert_eq!(made.json()["referral_link"], link);
    assert_eq!(bob.get("/referrals/referral-codes/my-code/").await.json(), made.json());
    assert_eq!(referral_code::Entity::find().count(app.db()).await.unwrap(), 2);
    app.admin(site).await.get("/referrals/referrals/").await.assert_problem(403, "forbidden");
}
