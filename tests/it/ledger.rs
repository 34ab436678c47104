//! The double-entry ledger: what must hold at every commit, whoever books, fails or is killed.

mod booking;
mod deadlocks;
mod rules;
mod tampering;
mod torture;

use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement, TransactionTrait};
use tally_entity::{Role, TransferKind, UserId, WebsiteId, user, wallet};
use tally_ledger::{
    Account, BookError, Booked, Booking, Leg, book,
    verify::{Report, verify},
};
use tally_testkit::{TestApp, now};

/// A correction of somebody's wallet.
fn given(site: WebsiteId, user: UserId, cents: i64, reference: &str) -> Booking<'static> {
    Booking {
        website: site,
        currency: "USD",
        kind: TransferKind::Adjustment,
        reference: reference.to_owned(),
        description: "a test".to_owned(),
        reverses: None,
        by: None,
        now: now(),
        legs: vec![
            Leg { account: Account::User(user), cents },
            Leg { account: Account::Promo, cents: -cents },
        ],
    }
}

/// Books in a transaction of its own.
async fn booked(app: &TestApp, booking: Booking<'_>) -> Result<Booked, BookError> {
    let tx = app.db().begin().await.unwrap();
    let booked = book(&tx, booking).await?;
    tx.commit().await.unwrap();
    Ok(booked)
}

async fn client(app: &TestApp, site: WebsiteId) -> user::Model {
    app.user(Role::Client, Some(site)).insert().await
}

/// What is in somebody's wallet, in cents.
pub async fn balance(app: &TestApp, user: UserId) -> i64 {
    let wallets = wallet::Entity::find().all(app.db()).await.unwrap();
    wallets.iter().filter(|wallet| wallet.user_id == Some(user)).map(|wallet| wallet.balance_cents).sum()
}

/// What the proof says.
pub async fn report(app: &TestApp) -> Report {
    verify(app.db(), |_| {}).await.unwrap()
}

/// Fails unless every row fits.
#[track_caller]
pub fn whole(report: &Report) {
    assert!(report.is_whole(), "{:#?}", report.violations);
}

/// One number.
async fn number(db: &impl ConnectionTrait, sql: &str) -> i64 {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}
