//! `POST wallet/api/admin/wallets/{id}/adjust`, `POST writer-wallet/writer-wallets/{id}/adjust`

use sea_orm::{EntityTrait, IntoActiveModel, Set};
use serde_json::json;
use tally_entity::{Role, WalletId, staff_profile, wallet};
use tally_testkit::TestApp;

use super::{recorded, somebody, told, with_money};
use crate::ledger::{report, whole};

#[tokio::test]
async fn a_correction_is_booked_recorded_and_told() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = somebody(&app, Role::Client, site, "jane").await;
    let boss = app.admin(site).await;
    let wallet = with_money(&app.sign_in(&jane).await, 20).await;
    let path = format!("/wallet/api/admin/wallets/{wallet}/adjust/");
    let body = json!({ "amount": -12.5, "reason": "charged twice", "transaction_type": "debit" });
    let reply = boss.post(&path, body).await;
    reply.assert_status(200);
    let answer = reply.json();
    assert_eq!((&answer["wallet"]["balance"], &answer["transaction"]["amount"]), (&json!(7.5), &json!(12.5)));
    assert_eq!(answer["transaction"]["description"], "charged twice");
    assert_eq!(answer["wallet"]["client"]["username"], "jane");
    assert_eq!(answer["detail"], "The wallet of jane holds 7.50 now.");
    let sentence = "Adjusted the wallet of jane by -12.50".to_owned();
    let (before, after) =
        (json!({ "balance_cents": 2_000 }), json!({ "balance_cents": 750, "reason": "charged twice" }));
    assert_eq!(recorded(&app).await, [(sentence, Some(before), Some(after))]);
    let notice = ("wallet.adjusted".to_owned(), "By -12.50: charged twice".to_owned());
    assert_eq!(told(&app, &jane).await, [notice]);

    boss.post(&path, json!({ "amount": -7.51, "reason": "too much" }))
        .await
        .assert_problem(409, "insufficient-funds");
    let row = wallet::Entity::find_by_id(WalletId(wallet)).one(app.db()).await.unwrap().unwrap();
    let mut row = row.into_active_model();
    row.is_frozen = Set(true);
    wallet::Entity::update(row).exec(app.db()).await.unwrap();
    boss.post(&path, json!({ "amount": 1, "reason": "frozen" })).await.assert_problem(409, "wallet-frozen");
    whole(&report(&app).await);
}

#[tokio::test]
async fn each_route_knows_its_own_people() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (client, writer) =
        (app.role(Role::Client, Some(site)).await, app.role(Role::Writer, Some(site)).await);
    let (clients, writers) = (with_money(&client, 5).await, with_money(&writer, 5).await);
    let path = |area: &str, wallet: i64| format!("/{area}/{wallet}/adjust/");
    let body = json!({ "amount": 1, "reason": "a gift" });
    let boss = app.admin(site).await;
    boss.post(&path("writer-wallet/writer-wallets", writers), body.clone()).await.assert_status(200);
    let strange = [("wallet/api/admin/wallets", writers), ("writer-wallet/writer-wallets", clients)];
    for (area, wallet) in strange {
        boss.post(&path(area, wallet), body.clone()).await.assert_problem(404, "not-found");
    }
    let own = path("wallet/api/admin/wallets", clients);
    app.admin(other).await.post(&own, body.clone()).await.assert_problem(404, "not-found");
    for wrong in [json!({ "amount": 0, "reason": "nothing" }), json!({ "amount": 1, "reason": "ab" })] {
        boss.post(&own, wrong).await.assert_problem(422, "invalid");
    }
    boss.post(&own, json!({ "amount": 1e15, "reason": "a slip" })).await.assert_problem(422, "invalid");

    let weak = app.user(Role::Admin, Some(site)).insert().await;
    let flags = staff_profile::ActiveModel {
        user_id: Set(weak.id),
        can_manage_financials: Set(false),
        ..Default::default()
    };
    app.insert(flags).await;
    app.sign_in(&weak).await.post(&own, body).await.assert_problem(403, "forbidden");
}
