//! `GET orders/orders/{id}/payment-summary`

use chrono::NaiveDate;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{PaymentMethod, PaymentStatus, Role};
use tally_testkit::{TestApp, ago};

#[tokio::test]
async fn what_was_paid_and_what_is_left_add_up() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let order =
        app.order(site).set(|o| (o.client_id, o.total_price_cents) = (Set(Some(ann.id)), Set(10_000)));
    let order = order.insert().await;
    let pay = async |cents: i64, status, refunded: i64, days| {
        let row = app.payment(&order).set(|p| {
            (p.amount_cents, p.status, p.refunded_cents) = (Set(cents), Set(status), Set(refunded));
            (p.created_at, p.confirmed_at) = (Set(ago(days, 0)), Set(None));
        });
        row.insert().await
    };
    let newest = pay(2_000, PaymentStatus::UnderReview, 0, 1).await;
    pay(3_000, PaymentStatus::Completed, 0, 2).await;
    pay(1_000, PaymentStatus::PartiallyRefunded, 250, 3).await;
    pay(500, PaymentStatus::FullyRefunded, 500, 4).await;
    pay(700, PaymentStatus::Failed, 0, 5).await;
    pay(40, PaymentStatus::Pending, 0, 6).await;
    let late = app.payment(&order).set(|p| {
        (p.amount_cents, p.status, p.method) =
            (Set(5), Set(PaymentStatus::Succeeded), Set(Some(PaymentMethod::Wallet)));
        (p.created_at, p.confirmed_at) = (Set(ago(7, 0)), Set(Some(ago(0, 5))));
    });
    late.insert().await;
    let due = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
    let part = |number: i32, due: Option<NaiveDate>| {
        app.installment(site).set(move |i| {
            (i.installment_number, i.due_on, i.amount_cents) = (Set(number), Set(due), Set(100));
        })
    };
    let mut parts = Vec::new();
    for (number, day, paid) in [
        (1, due("2026-04-14"), true),
        (2, due("2026-04-14"), false),
        (3, due("2026-04-15"), false),
        (4, None, false),
    ] {
        let row = part(number, day).set(|i| {
            (i.order_id, i.paid_at) = (Set(Some(order.id)), Set(paid.then(|| ago(1, 0))));
        });
        parts.push(row.insert().await.id.0);
    }
    let address = format!("/orders/orders/{}/payment-summary/", order.id);
    let reply = app.sign_in(&ann).await.get(&address).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let answer = reply.json();
    let figures = json!({
        "order_total": answer["order_total"], "amount_paid": answer["amount_paid"], "pending_amount": answer["pending_amount"],
        "refunded_amount": answer["refunded_amount"], "balance_due": answer["balance_due"],
        "is_fully_paid": answer["is_fully_paid"], "last_payment_at": answer["last_payment_at"], "currency": answer["currency"],
    });
    // Paid: 30 + 10 + 0.05. Waiting: 20 + 0.40.
    let expected = json!({
        "order_total": 100, "amount_paid": 40.05, "pending_amount": 20.4, "refunded_amount": 7.5, "balance_due": 59.95,
        "is_fully_paid": false, "last_payment_at": "2026-04-15T07:00:00Z", "currency": "USD",
    });
    assert_eq!(figures, expected);
    assert_eq!(
        (&answer["payments"][0]["id"], &answer["payments"][0]["payment_method"]),
        (&json!(newest.id), &json!("N/A"))
    );
    let shown = |name: &str| {
        answer["installments"].as_array().unwrap().iter().map(|row| row[name].clone()).collect::<Vec<Value>>()
    };
    assert_eq!(shown("id"), parts.iter().map(|id| json!(id)).collect::<Vec<_>>());
    assert_eq!(shown("status"), ["paid", "late", "scheduled", "scheduled"]);
    assert_eq!(answer["upcoming_installment"]["id"], parts[1]);

    app.admin(site).await.get(&address).await.assert_status(200);
    let writer = app.role(Role::Writer, Some(site)).await;
    let bob = app.role(Role::Client, Some(site)).await;
    for stranger in [app.admin(other).await, writer, bob] {
        stranger.get(&address).await.assert_problem(404, "not-found");
    }
}
