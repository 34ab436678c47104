//! Nobody waits for anybody in a circle.

use std::sync::Arc;

use tally_entity::UserId;
use tally_ledger::{Account, BookError, Leg};
use tally_testkit::TestApp;
use tokio::task::JoinSet;

use super::{balance, booked, client, given, report, whole};
use crate::dice::Dice;

const WALLETS: usize = 20;
const AT_ONCE: u64 = 8;
const EACH: u64 = 125;

#[tokio::test]
async fn a_thousand_random_bookings_over_twenty_wallets_end() {
    let app = Arc::new(TestApp::start().await);
    let site = app.website("alpha").await;
    let mut people = Vec::new();
    for number in 0..WALLETS {
        let person = client(&app, site).await.id;
        // The last ones have no wallet yet: several make it at once.
        if number < 15 {
            booked(&app, given(site, person, 10_000, &format!("start {number}"))).await.unwrap();
        }
        people.push(person);
    }
    let people: Arc<[UserId]> = people.into();
    let mut bookers = JoinSet::new();
    for booker in 0..AT_ONCE {
        let (app, people) = (Arc::clone(&app), Arc::clone(&people));
        bookers.spawn(async move {
            let mut dice = Dice::new(booker + 1);
            let mut done = 0;
            for number in 0..EACH {
                let mut legs = Vec::new();
                let mut chosen: Vec<UserId> = people.to_vec();
                for _ in 0..=dice.roll(3) {
                    let person = chosen.swap_remove(dice.pick(chosen.len()));
                    let cents = i64::try_from(dice.roll(2_000)).unwrap() - 1_000;
                    legs.push(Leg { account: Account::User(person), cents });
                }
                let rest: i64 = legs.iter().map(|leg| leg.cents).sum();
                legs.push(Leg { account: Account::Promo, cents: -rest });
                legs.retain(|leg| leg.cents != 0);
                if legs.len() < 2 {
                    continue;
                }
                let mut booking = given(site, people[0], 0, &format!("{booker} {number}"));
                booking.legs = legs;
                match booked(&app, booking).await {
                    Ok(_) => done += 1,
                    Err(BookError::Insufficient) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            done
        });
    }
    let done: u64 = bookers.join_all().await.into_iter().sum();
    assert!(done > EACH * AT_ONCE / 2, "{done}");
    for person in people.iter() {
        assert!(balance(&app, *person).await >= 0);
    }
    whole(&report(&app).await);
}
