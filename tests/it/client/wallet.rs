//! `GET client-management/dashboard/wallet`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{Role, TransferKind};
use tally_testkit::{TestApp, ago, now};

use super::client;

const WALLET: &str = "/client-management/dashboard/wallet/";

fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn money_stands_by_what_it_went_for() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let own = app.wallet(site, ann.id).set(|w| w.balance_cents = Set(7_550)).insert().await.id;
    let other = app.wallet(site, bob.id).set(|w| w.balance_cents = Set(99)).insert().await.id;
    let book = async |kind, cents, days| app.booked(site, kind, own, cents, ago(days, 0)).await.0;
    let top_up = book(TransferKind::TopUp, 10_000, 20).await;
    let tip = book(TransferKind::Tip, -500, 10).await;
    let first = book(TransferKind::Payment, -1_000, 9).await;
    let second = book(TransferKind::Payment, -950, 8).await;
    let points = book(TransferKind::Loyalty, 300, 7).await;
    let before = book(TransferKind::TopUp, 200, 31).await;
    app.booked(site, TransferKind::Payment, own, -1, now()).await;
    app.booked(site, TransferKind::TopUp, other, 99, ago(1, 0)).await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get(WALLET).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 4);
    let answer = reply.json();
    assert_eq!(answer["balance"], 75.5);
    assert_eq!(ids(&answer["transactions"]), [points, second, first, tip, top_up]);
    assert_eq!(ids(&answer["top_up_history"]), [top_up, before]);
    let shown = &answer["transactions"][0];
    let figures = (&shown["transaction_type"], &shown["amount"], &shown["is_credit"], &shown["source"]);
    assert_eq!(figures, (&json!("loyalty_conversion"), &json!(3), &json!(true), &json!("company_credit")));
    let spent: Vec<_> = answer["spending_breakdown"].as_object().unwrap().iter().collect();
    assert_eq!(spent, [(&"payment".to_owned(), &json!(19.5)), (&"tip".to_owned(), &json!(5))]);
    let week = caller.get(&format!("{WALLET}?days=8")).await;
    assert_eq!(ids(&week.json()["transactions"]), [points, second]);

    let nothing = app.role(Role::Client, Some(site)).await.get(WALLET).await;
    let zeros = json!({ "balance": 0, "transactions": [], "top_up_history": [], "spending_breakdown": {} });
    assert_eq!(nothing.json(), &zeros);
}
