//! `POST order-payments/order-payments/orders/{id}/initiate`

use sea_orm::{EntityTrait, Set};
use serde_json::json;
use tally_entity::{OrderStatus, PaymentStatus, Role, order};
use tally_testkit::{TestApp, now};

use super::{MY_WALLET, payments, somebody, stands, told, with_money};
use crate::ledger::{report, whole};

fn path(order: &order::Model) -> String {
    format!("/order-payments/order-payments/orders/{}/initiate/", order.id)
}

#[tokio::test]
async fn an_order_paid_from_the_wallet_is_offered_to_writers_at_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = somebody(&app, Role::Client, site, "ann").await;
    let boss = app.user(Role::Admin, Some(site)).insert().await;
    let ann = app.sign_in(&user).await;
    with_money(&ann, 100).await;
    let order = app.order(site).set(|o| {
        (o.client_id, o.total_price_cents, o.status) =
            (Set(Some(user.id)), Set(6_050), Set(OrderStatus::Created));
    });
    let order = order.insert().await;
    let reply = ann.post(&path(&order), json!({ "payment_method": "wallet" })).await;
    reply.assert_status(201);
    let paid = &reply.json()["payment"];
    assert_eq!(
        (&paid["status"], &paid["amount"], &paid["is_credit"]),
        (&json!("completed"), &json!(60.5), &json!(false))
    );
    assert_eq!(
        (&paid["payment_type_label"], &paid["payment_method"]),
        (&json!("Standard"), &json!("wallet"))
    );
    assert_eq!((&paid["order_id"], &paid["related_type"]), (&json!(order.id), &json!("order")));
    assert_eq!(reply.json()["payment_identifier"], paid["reference_id"]);
    let payment = payments(&app).await.pop().unwrap();
    assert_eq!(paid["id"], format!("order_payment_{}", payment.id));
    assert!(payment.ledger_transfer_id.is_some());
    let after = stands(&app, order.id).await;
    assert_eq!((after.status, after.is_paid, after.paid_at), (OrderStatus::Available, true, Some(now())));
    assert_eq!(ann.get(MY_WALLET).await.json()["balance"], 39.5);
    assert_eq!(told(&app, &boss).await[0].0, "order.paid");
    ann.post(&path(&order), json!({})).await.assert_problem(409, "conflict");
    whole(&report(&app).await);
}

#[tokio::test]
async fn too_little_money_leaves_nothing_behind() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = somebody(&app, Role::Client, site, "ann").await;
    let ann = app.sign_in(&user).await;
    with_money(&ann, 10).await;
    let order = app.order(site).set(|o| {
        (o.client_id, o.total_price_cents) = (Set(Some(user.id)), Set(1_001));
    });
    let order = order.insert().await;
    let reply = ann.post(&path(&order), json!({ "payment_method": "wallet" })).await;
    reply.assert_problem(409, "insufficient-funds");
    assert_eq!(reply.json()["detail"], "Insufficient wallet balance.");
    assert_eq!(payments(&app).await.len(), 1, "the top-up only");
    assert!(!stands(&app, order.id).await.is_paid);
}

#[tokio::test]
async fn another_way_waits_and_is_begun_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = somebody(&app, Role::Client, site, "ann").await;
    let ann = app.sign_in(&user).await;
    let order = app.order(site).set(|o| {
        (o.client_id, o.total_price_cents) = (Set(Some(user.id)), Set(1_000));
    });
    let order = order.insert().await;
    let first = ann.post(&path(&order), json!({})).await;
    first.assert_status(201);
    let again = ann.post(&path(&order), json!({ "payment_method": "manual" })).await;
    again.assert_status(201);
    assert_eq!(first.json()["payment"], again.json()["payment"]);
    assert_eq!(first.json()["payment"]["status"], "pending");
    let [payment] = payments(&app).await.try_into().unwrap();
    assert_eq!((payment.status, payment.ledger_transfer_id), (PaymentStatus::Pending, None));
    for method in ["wallet", "card"] {
        ann.post(&path(&order), json!({ "payment_method": method })).await.assert_problem(409, "conflict");
    }
    ann.post(&path(&order), json!({ "payment_method": "stripe" })).await.assert_problem(422, "invalid");
    let stranger = app.role(Role::Client, Some(site)).await;
    stranger.post(&path(&order), json!({})).await.assert_problem(404, "not-found");
    let late = app.order(site).set(|o| {
        (o.client_id, o.status) = (Set(Some(user.id)), Set(OrderStatus::Cancelled));
    });
    ann.post(&path(&late.insert().await), json!({})).await.assert_problem(409, "conflict");
    assert_eq!(
        order::Entity::find_by_id(order.id).one(app.db()).await.unwrap().unwrap().status,
        order.status
    );
}
