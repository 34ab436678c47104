//! `GET order-payments/installments`

use sea_orm::Set;
use tally_entity::{Role, installment};
use tally_testkit::{Reply, TestApp, ago};

const LIST: &str = "/order-payments/installments/";

fn ids(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn clients_see_the_parts_of_what_is_theirs() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) =
        (app.user(Role::Client, Some(site)).insert().await, app.user_id(Role::Client, Some(site)).await);
    let due = |day: &'static str| {
        move |i: &mut installment::ActiveModel| i.due_on = Set(Some(day.parse().unwrap()))
    };
    let order = app.order(site).set(|o| o.client_id = Set(Some(ann.id))).insert().await;
    let special = app.special_order(site, ann.id).insert().await;
    let bundle = app.class_bundle(site, ann.id).insert().await;
    let bill = app.invoice(site).set(|i| i.client_id = Set(Some(ann.id))).insert().await;
    let theirs = app.order(site).set(|o| o.client_id = Set(Some(bob))).insert().await;
    let part = || app.installment(site);
    let undated = part().set(|i| i.order_id = Set(Some(order.id))).insert().await.id.0;
    let late =
        part().set(due("2026-04-14")).set(|i| i.special_order_id = Set(Some(special.id))).insert().await.id.0;
    let next =
        part().set(due("2026-04-15")).set(|i| i.class_bundle_id = Set(Some(bundle.id))).insert().await.id.0;
    let paid = part().set(due("2026-04-16")).set(|i| {
        (i.invoice_id, i.paid_at) = (Set(Some(bill.id)), Set(Some(ago(1, 0))));
    });
    let paid = paid.insert().await.id.0;
    let void = part().set(due("2026-04-17")).set(|i| {
        (i.order_id, i.cancelled_at) = (Set(Some(order.id)), Set(Some(ago(1, 0))));
    });
    let void = void.insert().await.id.0;
    let foreign =
        part().set(due("2026-04-18")).set(|i| i.order_id = Set(Some(theirs.id))).insert().await.id.0;
    let there = app.invoice(other).insert().await;
    app.installment(other).set(|i| i.invoice_id = Set(Some(there.id))).insert().await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get(LIST).await;
    assert_eq!((reply.statements(), ids(&reply)), (2, vec![late, next, paid, void, undated]));
    let states: Vec<_> = reply.json()["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["status"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["late", "scheduled", "paid", "cancelled", "scheduled"]);
    let admin = app.admin(site).await;
    assert_eq!(ids(&admin.get(LIST).await), [late, next, paid, void, foreign, undated]);
    assert_eq!(ids(&app.role(Role::Writer, Some(site)).await.get(LIST).await), Vec::<i64>::new());
    for (query, expected) in [
        ("owner=order", vec![void, undated]),
        ("owner=invoice,class_bundle", vec![next, paid]),
        ("owner=odd", vec![]),
        ("status=unpaid", vec![next]),
        ("status=overdue", vec![late]),
        ("status=paid,cancelled", vec![paid, void]),
        ("date_from=2026-04-15&date_to=2026-04-16", vec![next, paid]),
        (&format!("order={}", theirs.id), vec![]),
        (&format!("special_order={}", special.id), vec![late]),
        (&format!("invoice={}&class_bundle={}", bill.id, bundle.id), vec![]),
    ] {
        assert_eq!(ids(&caller.get(&format!("{LIST}?{query}")).await), expected, "{query}");
    }
}
