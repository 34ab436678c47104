//! Refunds, as those who make them and those who get them see them.

mod analytics;
mod dashboard;
mod given;
mod logs;
mod queues;
mod receipts;
mod rows;

use chrono::Duration;
use sea_orm::Set;
use serde_json::Value;
use tally_entity::{RefundStatus, Role, UserId, WebsiteId, payment, refund};
use tally_testkit::{Reply, TestApp};

const TICK: Duration = Duration::microseconds(1);

/// A payment of 100.00 for an order called Tides of this client.
async fn paid(app: &TestApp, site: WebsiteId, client: UserId) -> payment::Model {
    let order = app.order(site).set(|o| {
        (o.client_id, o.topic) = (Set(Some(client)), Set("Tides".to_owned()));
    });
    let order = order.insert().await;
    app.payment(&order).set(|p| p.amount_cents = Set(10_000)).insert().await
}

async fn some_payment(app: &TestApp, site: WebsiteId) -> payment::Model {
    let client = app.user_id(Role::Client, Some(site)).await;
    paid(app, site, client).await
}

/// So many cents to the wallet, and so many elsewhere.
fn of(wallet: i64, external: i64) -> impl FnOnce(&mut refund::ActiveModel) {
    move |r| (r.wallet_amount_cents, r.external_amount_cents) = (Set(wallet), Set(external))
}

/// Not made.
fn still(status: RefundStatus) -> impl FnOnce(&mut refund::ActiveModel) {
    move |r| (r.status, r.processed_at) = (Set(status), Set(None))
}

/// The ids of a page's rows.
fn page(reply: &Reply, size: i64) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["page_size"]), (2, &size.into()));
    ids(&reply.json()["results"])
}

fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}
