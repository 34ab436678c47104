//! `POST wallet/api/client-wallet/top_up`

use serde_json::json;
use tally_config::TopUp;
use tally_entity::{PaymentMethod, PaymentStatus, PaymentType, Role};
use tally_testkit::{TestApp, TestOptions, now};

use super::{MY_WALLET, TOP_UP, payments};
use crate::ledger::{report, whole};

#[tokio::test]
async fn money_is_in_the_wallet_at_once_where_it_is_set_so() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.role(Role::Client, Some(site)).await;
    let body = json!({ "amount": 12.5, "description": "for Monday", "method": "paypal" });
    let reply = ann.post(TOP_UP, body).await;
    reply.assert_status(200);
    let [payment] = payments(&app).await.try_into().unwrap();
    assert_eq!(reply.json()["payment"], json!({ "id": payment.id, "status": "completed", "amount": 12.5 }));
    assert_eq!(reply.json()["wallet"]["balance"], 12.5);
    assert_eq!(payment.payment_type, PaymentType::WalletLoading);
    assert_eq!((payment.method, payment.status), (Some(PaymentMethod::Paypal), PaymentStatus::Completed));
    assert_eq!(payment.confirmed_at, Some(now()));
    assert!(payment.ledger_transfer_id.is_some() && payment.wallet_id.is_some());
    let wallet = ann.get(MY_WALLET).await;
    let [movement] = wallet.json()["transactions"].as_array().unwrap().as_slice() else { panic!() };
    assert_eq!(movement["transaction_type"], "top-up");
    assert_eq!((&movement["source"], &movement["is_credit"]), (&json!("client_payment"), &json!(true)));
    assert_eq!(movement["description"], "for Monday");
    assert_eq!(movement["reference_id"], format!("top-up:{}", payment.id));
    whole(&report(&app).await);
}

#[tokio::test]
async fn it_waits_to_be_confirmed_where_it_is_set_so() {
    let app = TestApp::with(TestOptions { top_up: TopUp::Pending, ..TestOptions::default() }).await;
    let site = app.website("alpha").await;
    let (ann, boss) = (app.role(Role::Client, Some(site)).await, app.admin(site).await);
    let reply = ann.post(TOP_UP, json!({ "amount": 40 })).await;
    reply.assert_status(202);
    assert_eq!(reply.json()["wallet"]["balance"], 0);
    assert_eq!(reply.json()["payment"]["status"], "pending");
    let confirm = format!("/order-payments/order-payments/{}/confirm/", reply.json()["payment"]["id"]);
    let confirmed = boss.post(&confirm, json!({})).await;
    confirmed.assert_status(200);
    assert_eq!(confirmed.json()["payment"]["is_credit"], true);
    assert_eq!(ann.get(MY_WALLET).await.json()["balance"], 40);
    whole(&report(&app).await);
}

#[tokio::test]
async fn two_posts_are_two_unless_they_have_the_same_key() {
    let app = TestApp::start().await;
    let ann = app.role(Role::Client, Some(app.website("alpha").await)).await;
    for _ in 0..2 {
        ann.post(TOP_UP, json!({ "amount": 1 })).await.assert_status(200);
    }
    let once = ann.clone().header("idempotency-key", "k");
    let first = once.post(TOP_UP, json!({ "amount": 5 })).await;
    let again = once.post(TOP_UP, json!({ "amount": 5 })).await;
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!(ann.get(MY_WALLET).await.json()["balance"], 7);
}

#[tokio::test]
async fn what_is_no_amount_or_no_way_is_refused_and_the_platform_has_no_wallets() {
    let app = TestApp::start().await;
    let ann = app.role(Role::Client, Some(app.website("alpha").await)).await;
    for amount in [json!(0.99), json!(10_000.01), json!(-5), json!(1.001), json!("x")] {
        ann.post(TOP_UP, json!({ "amount": amount })).await.assert_problem(422, "invalid");
    }
    let body = json!({ "amount": 5, "method": "wallet" });
    ann.post(TOP_UP, body).await.assert_problem(422, "invalid");
    let body = json!({ "amount": 5 });
    app.superadmin().await.post(TOP_UP, body).await.assert_problem(409, "conflict");
    assert_eq!(payments(&app).await.len(), 0);
}
