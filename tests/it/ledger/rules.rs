//! What the database holds itself, whoever writes.

use sea_orm::{ConnectionTrait, TransactionTrait};
use tally_testkit::{TestApp, tally_to};

use super::{booked, client, given, report, whole};
use crate::process::StateDir;

#[tokio::test]
async fn an_empty_ledger_is_whole() {
    let app = TestApp::start().await;
    let report = report(&app).await;
    whole(&report);
    assert_eq!((report.extent.transfers, report.balances.len()), (0, 0));
}

#[tokio::test]
async fn what_was_booked_is_neither_changed_nor_deleted() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    booked(&app, given(site, ann.id, 700, "one")).await.unwrap();
    for sql in [
        "UPDATE ledger_entries SET amount_cents = amount_cents + 1",
        "UPDATE ledger_transfers SET description = 'another'",
        "DELETE FROM ledger_entries",
        "DELETE FROM ledger_transfers",
    ] {
        let refused = app.db().execute_unprepared(sql).await.unwrap_err();
        assert!(refused.to_string().contains("never changed or deleted"), "{sql}: {refused}");
    }
    whole(&report(&app).await);
}

#[tokio::test]
async fn a_transfer_that_does_not_balance_cannot_be_committed() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    booked(&app, given(site, ann.id, 700, "one")).await.unwrap();
    let tx = app.db().begin().await.unwrap();
    tx.execute_unprepared(
        "INSERT INTO ledger_transfers (website_id, kind, reference) SELECT id, 'fee', 'odd' FROM websites",
    )
    .await
    .unwrap();
    tx.execute_unprepared(
        "INSERT INTO ledger_entries (website_id, transfer_id, wallet_id, amount_cents, balance_after_cents)
        SELECT websites.id, ledger_transfers.id, wallets.id, 5, 5 FROM websites, ledger_transfers, wallets
        WHERE reference = 'odd' AND wallets.user_id IS NOT NULL",
    )
    .await
    .unwrap();
    let refused = tx.commit().await.unwrap_err();
    assert!(refused.to_string().contains("does not balance"), "{refused}");
    whole(&report(&app).await);
}

#[tokio::test]
async fn a_persons_wallet_below_zero_is_refused_by_the_database_too() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    booked(&app, given(site, ann.id, 700, "one")).await.unwrap();
    let below = "UPDATE wallets SET balance_cents = -1 WHERE user_id IS NOT NULL";
    assert!(app.db().execute_unprepared(below).await.is_err());
}

#[tokio::test]
async fn demo_data_is_whole() {
    let app = TestApp::start().await;
    let state = StateDir::new();
    let mut seed = tally_to(app.database_url()).unwrap();
    seed.args(["--json", "seed", "--size", "small"]).env("TALLY_STATE_DIR", &state.0);
    let seeded = seed.output().await.unwrap();
    assert!(seeded.status.success(), "{}", String::from_utf8_lossy(&seeded.stderr));
    whole(&report(&app).await);
}
