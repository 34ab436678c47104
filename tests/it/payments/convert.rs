//! `POST wallet/api/client-wallet/convert_my_loyalty_points`, `POST loyalty_management/loyalty/convert`

use sea_orm::{EntityTrait, Set, prelude::Decimal};
use serde_json::{Value, json};
use tally_entity::{Role, client_profile, loyalty_config, loyalty_transaction};
use tally_testkit::{Caller, TestApp};

use super::MY_WALLET;
use crate::ledger::{report, whole};

const ALL: &str = "/wallet/api/client-wallet/convert_my_loyalty_points/";
const SOME: &str = "/loyalty_management/loyalty/convert/";

/// A client with 250 points, of which 2 are worth 1.25 cents; 20 at least, 1.50 at most.
async fn rich(app: &TestApp) -> Caller<'_> {
    let site = app.website("alpha").await;
    let ann = app.user(Role::Client, Some(site)).insert().await;
    app.insert(client_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(ann.id),
        registration_id: Set("C1".to_owned()),
        loyalty_points: Set(250),
        ..Default::default()
    })
    .await;
    app.insert(loyalty_config::ActiveModel {
        website_id: Set(site),
        cents_per_point: Set(Decimal::new(625, 3)),
        min_conversion_points: Set(20),
        max_conversion_cents: Set(Some(150)),
        ..Default::default()
    })
    .await;
    app.sign_in(&ann).await
}

#[tokio::test]
async fn points_become_money_rounded_down() {
    let app = TestApp::start().await;
    let ann = rich(&app).await;
    let some = ann.post(SOME, json!({ "points": 25 })).await;
    some.assert_status(200);
    // 25 × 0.625 = 15.625
    assert_eq!((&some.json()["converted"], &some.json()["amount"]), (&json!(25), &json!(0.15)));
    assert_eq!(some.json()["wallet"]["loyalty_points"], 225);
    let all = ann.send(axum::http::Method::POST, ALL, None).await;
    all.assert_status(200);
    // 225 × 0.625 = 140.625
    assert_eq!((&all.json()["converted"], &all.json()["amount"]), (&json!(225), &json!(1.4)));
    let wallet = ann.get(MY_WALLET).await;
    assert_eq!((&wallet.json()["balance"], &wallet.json()["loyalty_points"]), (&json!(1.55), &json!(0)));
    assert_eq!(wallet.json()["transactions"][0]["transaction_type"], "loyalty_conversion");
    let rows = loyalty_transaction::Entity::find().all(app.db()).await.unwrap();
    assert!(rows.iter().all(|row| row.source == "conversion" && row.transaction_type.as_str() == "redeem"));
    assert_eq!(rows.len(), 2);
    whole(&report(&app).await);
}

#[tokio::test]
async fn what_cannot_be_converted_stays_points() {
    let app = TestApp::start().await;
    let ann = rich(&app).await;
    let refused = async |points: i64| {
        let reply = ann.post(SOME, json!({ "points": points })).await;
        reply.assert_problem(409, "conflict");
        reply.json()["detail"].as_str().unwrap().to_owned()
    };
    assert_eq!(refused(251).await, "You have 250 points only.");
    assert_eq!(refused(19).await, "At least 20 points can be converted.");
    assert_eq!(refused(250).await, "At most 1.50 can be converted at once; take fewer points.");
    ann.post(SOME, json!({ "points": 0 })).await.assert_problem(422, "invalid");
    ann.send(axum::http::Method::POST, ALL, None).await.assert_problem(409, "conflict");
    loyalty_config::Entity::delete_many().exec(app.db()).await.unwrap();
    ann.post(SOME, json!({ "points": 100 })).await.assert_problem(409, "conflict");
    let wallet = ann.get(MY_WALLET).await;
    assert_eq!((&wallet.json()["id"], &wallet.json()["loyalty_points"]), (&Value::Null, &json!(250)));
    let writer = app.role(Role::Writer, Some(app.website("beta").await)).await;
    writer.post(SOME, json!({ "points": 100 })).await.assert_problem(403, "forbidden");
}
