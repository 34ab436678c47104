//! Wallets, payments and bills: what is shown of them, what moves money, and what reminds of it.

mod adjust;
mod confirm;
mod convert;
mod initiate;
mod installments;
mod invoices;
mod job;
mod lists;
mod reminder_configs;
mod sent;
mod summary;
mod top_up;
mod wallet;
mod wallets;

use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use tally_entity::{OrderId, Role, WebsiteId, audit_log, notification, order, payment, user};
use tally_testkit::{Caller, TestApp};

const MY_WALLET: &str = "/wallet/api/client-wallet/my_wallet/";
const TOP_UP: &str = "/wallet/api/client-wallet/top_up/";

/// Somebody of a website, by this name.
async fn somebody(app: &TestApp, role: Role, site: WebsiteId, name: &str) -> user::Model {
    app.user(role, Some(site)).set(|u| u.username = sea_orm::Set(name.to_owned())).insert().await
}

/// Puts money into somebody's wallet, and gives back its number.
async fn with_money(caller: &Caller<'_>, amount: i64) -> i64 {
    let reply = caller.post(TOP_UP, json!({ "amount": amount })).await;
    reply.assert_status(200);
    reply.json()["wallet"]["id"].as_i64().unwrap()
}

/// Who was told what: the event and the sentence, oldest first.
async fn told(app: &TestApp, user: &user::Model) -> Vec<(String, String)> {
    let rows =
        notification::Entity::find().order_by_asc(notification::Column::Id).all(app.db()).await.unwrap();
    rows.into_iter().filter(|row| row.user_id == user.id).map(|row| (row.event, row.body)).collect()
}

/// What the log of staff's work says, oldest first.
async fn recorded(app: &TestApp) -> Vec<(String, Option<Value>, Option<Value>)> {
    let rows = audit_log::Entity::find().order_by_asc(audit_log::Column::Id).all(app.db()).await.unwrap();
    rows.into_iter().map(|row| (row.action, row.before, row.after)).collect()
}

async fn payments(app: &TestApp) -> Vec<payment::Model> {
    payment::Entity::find().order_by_asc(payment::Column::Id).all(app.db()).await.unwrap()
}

/// The order as it is now.
async fn stands(app: &TestApp, id: OrderId) -> order::Model {
    order::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}
