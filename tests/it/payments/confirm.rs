//! `POST order-payments/order-payments/{id}/confirm`

use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_entity::{
    OrderStatus, PaymentId, PaymentPart, PaymentStatus, PaymentType, Role, installment, invoice, payment,
};
use tally_testkit::{TestApp, now};

use super::{recorded, stands};
use crate::ledger::{balance, report, whole};

fn path(id: PaymentId) -> String {
    format!("/order-payments/order-payments/{id}/confirm/")
}

async fn stored(app: &TestApp, id: PaymentId) -> payment::Model {
    payment::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_confirmed_payment_is_booked_and_its_order_goes_on() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, wil) =
        (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Writer, Some(site)).await);
    let boss = app.admin(site).await;
    let order = app.order(site).set(|o| {
        (o.client_id, o.preferred_writer_id) = (Set(Some(ann)), Set(Some(wil)));
    });
    let order = order.insert().await;
    let pending = app.payment(&order).set(|p| p.amount_cents = Set(2_500)).insert().await;
    let reply = boss.post(&path(pending.id), json!({ "transaction_id": "tx-1" })).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["detail"], format!("Payment {} is completed.", pending.id));
    assert_eq!(reply.json()["payment"]["transaction_id"], "tx-1");
    let paid = stored(&app, pending.id).await;
    assert_eq!((paid.status, paid.confirmed_at), (PaymentStatus::Completed, Some(now())));
    assert!(paid.ledger_transfer_id.is_some());
    let after = stands(&app, order.id).await;
    assert_eq!((after.status, after.is_paid), (OrderStatus::PendingPreferred, true));
    let log: Vec<_> = recorded(&app).await.into_iter().map(|(action, ..)| action).collect();
    assert!(log.contains(&format!("Confirmed payment {}", pending.id)), "{log:?}");

    let again = boss.post(&path(pending.id), json!({ "transaction_id": "tx-1" })).await;
    again.assert_status(200);
    assert_eq!(again.json()["payment"], reply.json()["payment"]);
    boss.post(&path(pending.id), json!({ "transaction_id": "tx-2" })).await.assert_problem(409, "conflict");
    boss.post(&path(pending.id), json!({})).await.assert_problem(409, "conflict");
    let other = app.payment(&order).set(|p| p.amount_cents = Set(100)).insert().await;
    boss.post(&path(other.id), json!({ "transaction_id": "tx-1" })).await.assert_problem(409, "conflict");
    whole(&report(&app).await);
}

#[tokio::test]
async fn a_failed_payment_moves_nothing() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let order = app.order(site).insert().await;
    let pending = app.payment(&order).set(|p| p.amount_cents = Set(2_500)).insert().await;
    let body = json!({ "status": "failed", "transaction_id": "tx" });
    app.admin(other).await.post(&path(pending.id), body.clone()).await.assert_problem(404, "not-found");
    let boss = app.admin(site).await;
    boss.post(&path(pending.id), json!({ "status": "perhaps" })).await.assert_problem(422, "invalid");
    for _ in 0..2 {
        boss.post(&path(pending.id), body.clone()).await.assert_status(200);
    }
    let failed = stored(&app, pending.id).await;
    assert_eq!((failed.status, failed.ledger_transfer_id), (PaymentStatus::Failed, None));
    assert!(!stands(&app, order.id).await.is_paid);
    boss.post(&path(pending.id), json!({})).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn bills_and_installments_are_paid_and_a_tip_is_the_writers() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, wil) =
        (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Writer, Some(site)).await);
    let boss = app.admin(site).await;
    let special = app.special_order(site, ann).insert().await;
    let due = |number: i32, cents: i64| {
        app.installment(site).set(move |i| {
            (i.special_order_id, i.installment_number) = (Set(Some(special.id)), Set(number));
            i.amount_cents = Set(cents);
        })
    };
    let (first, second) = (due(1, 300).insert().await, due(2, 500).insert().await);
    let bill = invoice::ActiveModel {
        website_id: Set(site),
        recipient_email: Set("a@b.example".to_owned()),
        recipient_name: Set("A".to_owned()),
        title: Set("Bill".to_owned()),
        amount_cents: Set(700),
        due_on: Set(now().date_naive()),
        ..Default::default()
    };
    let bill = app.insert(bill).await;
    let tip = app.tip(site, ann, wil).set(|t| {
        (t.amount_cents, t.writer_earning_cents, t.platform_profit_cents) = (Set(900), Set(600), Set(300));
        t.payment_status = Set(tally_entity::TipPaymentStatus::Pending);
    });
    let tip = tip.insert().await;
    let row = |kind: PaymentType, cents: i64| payment::ActiveModel {
        website_id: Set(site),
        client_id: Set(Some(ann)),
        payment_type: Set(kind),
        amount_cents: Set(cents),
        ..Default::default()
    };
    let part = payment::ActiveModel {
        special_order_id: Set(Some(special.id)),
        part: Set(PaymentPart::Installment),
        ..row(PaymentType::SpecialInstallment, 500)
    };
    let all = [
        part,
        payment::ActiveModel { invoice_id: Set(Some(bill.id)), ..row(PaymentType::Invoice, 700) },
        payment::ActiveModel { tip_id: Set(Some(tip.id)), ..row(PaymentType::Tip, 900) },
    ];
    let mut shown = Vec::<Value>::new();
    for row in all {
        let reply = boss.post(&path(app.insert(row).await.id), json!({})).await;
        reply.assert_status(200);
        shown.push(reply.json()["payment"]["id"].clone());
    }
    assert_eq!(shown[2], format!("tip_{}", tip.id), "tips go by their own number");
    let paid = async |id| installment::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(paid(first.id).await.paid_at, None);
    let second = paid(second.id).await;
    assert_eq!((second.paid_at, second.paid_by_id), (Some(now()), Some(ann)));
    assert!(second.payment_id.is_some());
    let bill = invoice::Entity::find_by_id(bill.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(bill.paid_at, Some(now()));
    let tip = tally_entity::tip::Entity::find_by_id(tip.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(tip.payment_status.as_str(), "completed");
    assert!(tip.ledger_transfer_id.is_some());
    assert_eq!(balance(&app, wil).await, 600);
    whole(&report(&app).await);
}
