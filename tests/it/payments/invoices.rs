//! `GET order-payments/invoices`, `…/invoices/{id}` and `…/invoices/stats`

use chrono::Days;
use sea_orm::Set;
use serde_json::json;
use tally_entity::{PaymentStatus, PaymentType, Role, invoice};
use tally_testkit::{Reply, TestApp, ago, now};

const LIST: &str = "/order-payments/invoices/";
const STATS: &str = "/order-payments/invoices/stats/";

fn titles(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    let rows = reply.json()["results"].as_array().unwrap();
    rows.iter().map(|row| row["title"].as_str().unwrap()).collect()
}

fn titled(title: &'static str, days: i64, cents: i64) -> impl FnOnce(&mut invoice::ActiveModel) {
    move |i| {
        (i.title, i.created_at, i.amount_cents) = (Set(title.to_owned()), Set(ago(days, 0)), Set(cents));
    }
}

#[tokio::test]
async fn bills_say_where_they_stand() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let today = now().date_naive();
    let due = |days: u64| move |i: &mut invoice::ActiveModel| i.due_on = Set(today - Days::new(days));
    let open =
        app.invoice(site).set(titled("Open", 1, 1_000)).set(due(0)).set(|i| i.client_id = Set(Some(ann.id)));
    let open = open.insert().await;
    app.invoice(site).set(titled("Late bees", 2, 200)).set(due(1)).insert().await;
    let paid =
        app.invoice(site).set(titled("Paid", 3, 30)).set(due(1)).set(|i| i.paid_at = Set(Some(ago(1, 0))));
    paid.insert().await;
    let void = app.invoice(site).set(titled("Void", 4, 4)).set(due(1));
    void.set(|i| i.cancelled_at = Set(Some(ago(1, 0)))).insert().await;
    app.invoice(other).set(titled("Elsewhere", 5, 5_000)).insert().await;
    let order = app.order(site).insert().await;
    let payment = app.payment(&order).set(|p| {
        (p.order_id, p.invoice_id, p.payment_type) =
            (Set(None), Set(Some(open.id)), Set(PaymentType::Invoice));
        (p.status, p.amount_cents) = (Set(PaymentStatus::Completed), Set(100));
    });
    let payment = payment.insert().await;
    let part = app.installment(site).set(|i| i.invoice_id = Set(Some(open.id))).insert().await;
    app.sweep().await;

    let admin = app.admin(site).await;
    let reply = admin.get(LIST).await;
    assert_eq!((reply.statements(), titles(&reply)), (2, vec!["Open", "Late bees", "Paid", "Void"]));
    let shown: Vec<_> =
        reply.json()["results"].as_array().unwrap().iter().map(|row| &row["status"]).collect();
    assert_eq!(shown, [&json!("unpaid"), &json!("overdue"), &json!("paid"), &json!("cancelled")]);
    assert_eq!(reply.json()["results"][0]["payment"], payment.id.0);
    for (query, expected) in [
        ("status=unpaid", vec!["Open"]),
        ("status=overdue,cancelled", vec!["Late bees", "Void"]),
        ("status=odd", vec![]),
        ("search=bee", vec!["Late bees"]),
        ("search=payer", vec!["Open", "Late bees", "Paid", "Void"]),
        (&format!("search={}", open.reference_id), vec!["Open"]),
        (&format!("search={}", open.id), vec!["Open"]),
        (&format!("client_id={}", ann.id), vec!["Open"]),
    ] {
        assert_eq!(titles(&admin.get(&format!("{LIST}?{query}")).await), expected, "{query}");
    }
    let caller = app.sign_in(&ann).await;
    assert_eq!(titles(&caller.get(LIST).await), ["Open"]);
    let detail = caller.get(&format!("{LIST}{}/", open.id)).await;
    detail.assert_status(200);
    assert_eq!(detail.statements(), 3);
    let found = (&detail.json()["installments"][0]["id"], &detail.json()["payments"][0]["id"]);
    assert_eq!(found, (&json!(part.id), &json!(payment.id)));
    assert_eq!((&detail.json()["amount"], &detail.json()["due_date"]), (&json!(10), &json!("2026-04-15")));
    let bob = app.role(Role::Client, Some(site)).await;
    bob.get(&format!("{LIST}{}/", open.id)).await.assert_problem(404, "not-found");
    app.role(Role::Writer, Some(site)).await.get(LIST).await.assert_problem(403, "forbidden");

    let stats = admin.get(STATS).await;
    let expected = json!({
        "total_invoices": 3, "paid_invoices": 1, "unpaid_invoices": 2, "overdue_invoices": 1,
        "total_amount": 12.3, "paid_amount": 0.3, "unpaid_amount": 12,
    });
    assert_eq!((stats.statements(), stats.json()), (1, &expected));
    app.invoice(other).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(STATS).await.statements(), 0);
    app.invoice(site).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(STATS).await.json()["total_invoices"], 4);
    caller.get(STATS).await.assert_problem(403, "forbidden");
}
