//! `GET wallet/api/client-wallet/my_wallet`, `GET wallet/api/client-wallet/{id}/transactions`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{Role, client_profile};
use tally_testkit::TestApp;

use super::{MY_WALLET, somebody, with_money};

#[tokio::test]
async fn whoever_has_none_sees_an_empty_one() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = somebody(&app, Role::Client, site, "ann").await;
    app.insert(client_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(ann.id),
        registration_id: Set("C1".to_owned()),
        loyalty_points: Set(7),
        ..Default::default()
    })
    .await;
    let reply = app.sign_in(&ann).await.get(MY_WALLET).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    let person =
        json!({ "id": ann.id, "username": "ann", "email": null, "full_name": "ann", "role": "client" });
    let website = json!({ "id": site, "name": "alpha", "domain": "alpha.example" });
    let wallet = json!({ "id": null, "balance": 0, "currency": "USD", "loyalty_points": 7, "user": person,
        "website": website, "last_updated": null });
    let expected = json!({ "id": null, "balance": 0, "currency": "USD", "loyalty_points": 7, "wallet": wallet,
        "transactions": [] });
    assert_eq!(reply.json(), &expected);

    let platform = app.superadmin().await.get(MY_WALLET).await;
    platform.assert_status(200);
    assert_eq!((&platform.json()["id"], &platform.json()["wallet"]["website"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn movements_are_the_owners_and_staffs_to_see() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.role(Role::Client, Some(site)).await;
    let boss = app.admin(site).await;
    let wallet = with_money(&ann, 10).await;
    let adjust = format!("/wallet/api/admin/wallets/{wallet}/adjust/");
    for amount in [2.5, -4.0] {
        boss.post(&adjust, json!({ "amount": amount, "reason": "a mistake" })).await.assert_status(200);
    }
    let mine = ann.get(MY_WALLET).await;
    assert_eq!((mine.statements(), &mine.json()["balance"]), (2, &json!(8.5)));
    let list = format!("/wallet/api/client-wallet/{wallet}/transactions/");
    for caller in [&ann, &boss, &app.superadmin().await] {
        let reply = caller.get(&list).await;
        reply.assert_status(200);
        assert_eq!((reply.statements(), &reply.json()["count"]), (2, &json!(3)));
        let shown =
            |row: &Value| (row["transaction_type"].clone(), row["amount"].clone(), row["source"].clone());
        let rows: Vec<_> = reply.json()["results"].as_array().unwrap().iter().map(shown).collect();
        let row = |kind: &str, amount: Value, source: &str| (json!(kind), amount, json!(source));
        assert_eq!(
            rows,
            [
                row("adjustment", json!(4), "wallet_usage"),
                row("adjustment", json!(2.5), "company_credit"),
                row("top-up", json!(10), "client_payment"),
            ]
        );
        assert_eq!(reply.json()["results"], mine.json()["transactions"]);
    }
    for stranger in [app.role(Role::Client, Some(site)).await, app.admin(other).await] {
        stranger.get(&list).await.assert_problem(404, "not-found");
    }
    let kinds = ann.get(&format!("{list}?transaction_type=top-up,fine&page_size=1")).await;
    assert_eq!((&kinds.json()["count"], &kinds.json()["results"][0]["amount"]), (&json!(1), &json!(10)));
    let unknown = ann.get(&format!("{list}?transaction_type=top_up")).await;
    assert_eq!(unknown.json()["count"], 0);
    let before = ann.get(&format!("{list}?date_to=2026-04-14")).await;
    assert_eq!(before.json()["count"], 0);
    let since = ann.get(&format!("{list}?date_from=2026-04-15&date_to=2026-04-15")).await;
    assert_eq!(since.json()["count"], 3);
    let writers = ann.get(&format!("/writer-wallet/writer-wallets/{wallet}/transactions/")).await;
    assert_eq!(writers.json()["results"], mine.json()["transactions"]);
}
