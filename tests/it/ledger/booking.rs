//! One booking: what it writes, what it refuses, and that it happens once.

use sea_orm::{EntityTrait, IntoActiveModel, Set, TransactionTrait};
use tally_entity::{TransferKind, wallet};
use tally_ledger::{Account, BookError, Booking, Leg, book, reverse};
use tally_testkit::{TestApp, now};
use tokio::task::JoinSet;

use super::{balance, booked, client, given, number, report, whole};

#[tokio::test]
async fn a_booking_makes_wallets_and_writes_entries_with_their_balances() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    let first = booked(&app, given(site, ann.id, 1_250, "one")).await.unwrap();
    let second = booked(&app, given(site, ann.id, -250, "two")).await.unwrap();
    assert!(first.is_new && second.is_new);
    let own = wallet::Entity::find().all(app.db()).await.unwrap();
    let own = own.iter().find(|wallet| wallet.user_id == Some(ann.id)).unwrap();
    assert_eq!((own.balance_cents, own.currency.as_str(), own.shard), (1_000, "USD", 0));
    let entry = |booked: &tally_ledger::Booked| {
        let entry = booked.entry(own.id).unwrap();
        (entry.amount_cents, entry.balance_after_cents)
    };
    assert_eq!((entry(&first), entry(&second)), ((1_250, 1_250), (-250, 1_000)));
    let report = report(&app).await;
    whole(&report);
    assert_eq!((report.extent.transfers, report.extent.entries), (2, 4));
}

#[tokio::test]
async fn legs_of_nothing_are_left_out_and_legs_that_do_not_balance_are_refused() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    let mut booking = given(site, ann.id, 500, "one");
    booking.legs.push(Leg { account: Account::External, cents: 0 });
    assert_eq!(booked(&app, booking).await.unwrap().entries.len(), 2);
    let mut uneven = given(site, ann.id, 500, "two");
    uneven.legs[0].cents = 501;
    assert!(matches!(booked(&app, uneven).await, Err(BookError::Database(_))));
    let alone = Booking { legs: Vec::new(), ..given(site, ann.id, 0, "three") };
    assert!(matches!(booked(&app, alone).await, Err(BookError::Database(_))));
    whole(&report(&app).await);
}

#[tokio::test]
async fn a_refusal_leaves_nothing_and_the_transaction_goes_on() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    booked(&app, given(site, ann.id, 100, "one")).await.unwrap();
    let tx = app.db().begin().await.unwrap();
    assert!(matches!(book(&tx, given(site, ann.id, -101, "two")).await, Err(BookError::Insufficient)));
    book(&tx, given(site, ann.id, -100, "three")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(balance(&app, ann.id).await, 0);

    let frozen = wallet::Entity::find().all(app.db()).await.unwrap();
    let frozen = frozen.into_iter().find(|wallet| wallet.user_id == Some(ann.id)).unwrap();
    let mut frozen = frozen.into_active_model();
    frozen.is_frozen = Set(true);
    wallet::Entity::update(frozen).exec(app.db()).await.unwrap();
    for cents in [1, -1] {
        let refused = booked(&app, given(site, ann.id, cents, "four")).await;
        assert!(matches!(refused, Err(BookError::Frozen)), "{cents}");
    }
    whole(&report(&app).await);
}

#[tokio::test]
async fn of_many_who_spend_at_once_exactly_those_succeed_whose_money_is_there() {
    let app = std::sync::Arc::new(TestApp::start().await);
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    booked(&app, given(site, ann.id, 1_000, "all")).await.unwrap();
    let mut spenders = JoinSet::new();
    for number in 0..12 {
        let app = std::sync::Arc::clone(&app);
        spenders
            .spawn(async move { booked(&app, given(site, ann.id, -300, &format!("spent {number}"))).await });
    }
    let results = spenders.join_all().await;
    let fitted = results.iter().filter(|result| result.is_ok()).count();
    let refused = results.iter().filter(|result| matches!(result, Err(BookError::Insufficient))).count();
    assert_eq!((fitted, refused), (3, 9), "{results:?}");
    assert_eq!(balance(&app, ann.id).await, 100);
    whole(&report(&app).await);
}

#[tokio::test]
async fn the_same_cause_is_booked_once_and_answered_alike_however_often_it_is_tried() {
    let app = std::sync::Arc::new(TestApp::start().await);
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    booked(&app, given(site, ann.id, 500, "all")).await.unwrap();
    let mut tries = JoinSet::new();
    for _ in 0..8 {
        let app = std::sync::Arc::clone(&app);
        // All of the money: whoever comes later must not take it for missing.
        tries.spawn(async move { booked(&app, given(site, ann.id, -500, "once")).await.unwrap() });
    }
    let all = tries.join_all().await;
    assert_eq!(all.iter().filter(|booked| booked.is_new).count(), 1);
    assert!(all.iter().all(|booked| booked.transfer == all[0].transfer && booked.entries.len() == 2));
    assert_eq!(
        (balance(&app, ann.id).await, number(app.db(), "SELECT count(*) FROM ledger_transfers").await),
        (0, 2)
    );
    whole(&report(&app).await);
}

#[tokio::test]
async fn a_transfer_is_taken_back_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site).await;
    let wrong = booked(&app, given(site, ann.id, 700, "wrong")).await.unwrap();
    for is_new in [true, false] {
        let tx = app.db().begin().await.unwrap();
        let back = reverse(&tx, wrong.transfer, "a mistake".to_owned(), None, now()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(back.is_new, is_new);
        let wallets = |booked: &tally_ledger::Booked| {
            booked.entries.iter().map(|entry| entry.wallet_id).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(wallets(&back), wallets(&wrong), "the same wallets");
    }
    assert_eq!(balance(&app, ann.id).await, 0);
    let kind = TransferKind::Reversal.as_str();
    let reversals = format!("SELECT count(*) FROM ledger_transfers WHERE kind = '{kind}'");
    assert_eq!(number(app.db(), &reversals).await, 1);
    whole(&report(&app).await);
}
