//! `GET admin-management/{orders|class-bundles|special-orders}/analytics`: months and weeks, whatever the moment.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, Utc};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, TestRunner},
};
use sea_orm::Set;
use serde_json::Value;
use tally_entity::{ClassBundleStatus, OrderStatus, Role, SpecialOrderStatus, UserId, WebsiteId};
use tally_testkit::{Caller, TestApp, TestOptions};

use crate::contract::trends::instant;

const AREAS: [&str; 3] = ["orders", "class-bundles", "special-orders"];

/// Something that was placed.
#[derive(Clone, Copy, Debug)]
struct Placed {
    at: DateTime<Utc>,
    completed: bool,
    cents: i64,
}

/// When it is now, how many days are looked at, and what was placed: often just beside a midnight, the first of a
/// month, or an end of the period.
fn moment() -> impl Strategy<Value = (DateTime<Utc>, u32, Vec<Placed>)> {
    (instant(), 1_u32..=365).prop_flat_map(|(now, days)| {
        let ticks = -1_i64..=1;
        let midnight = move |back: u64| tally_kernel::midnight(now.date_naive() - Days::new(back));
        let near = move |at: DateTime<Utc>, ticks: i64| at + TimeDelta::microseconds(ticks);
        let period = i64::from(days) * 86_400_000_000;
        let at = prop_oneof![
            2 => (0..u64::from(days) + 2, ticks.clone()).prop_map(move |(back, ticks)| near(midnight(back), ticks)),
            2 => (0..u64::from(days) + 2, ticks.clone()).prop_map(move |(back, ticks)| {
                let day = midnight(back);
                near(day - Days::new(day.day0().into()), ticks)
            }),
            1 => ticks.clone().prop_map(move |ticks| near(now, ticks)),
            1 => ticks.prop_map(move |ticks| near(now - Days::new(days.into()), ticks)),
            2 => (0..period).prop_map(move |micros| now - TimeDelta::microseconds(micros)),
        ];
        let placed = (at, any::<bool>(), 0_i64..100_000);
        let placed = placed.prop_map(|(at, completed, cents)| Placed { at, completed, cents });
        (Just(now), Just(days), vec(placed, 0..25))
    })
}

#[test]
fn months_and_weeks_add_up_to_what_was_placed() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config { cases: 24, failure_persistence: None, ..Config::default() };
    let run = |(now, days, rows): (DateTime<Utc>, u32, Vec<Placed>)| {
        runtime.block_on(check(now, days, &rows));
        Ok(())
    };
    TestRunner::new(config).run(&moment(), run).unwrap();
}

async fn check(now: DateTime<Utc>, days: u32, rows: &[Placed]) {
    let app = TestApp::with(TestOptions { now, ..TestOptions::default() }).await;
    let site = app.website("alpha").await;
    let client = app.user_id(Role::Client, Some(site)).await;
    for row in rows {
        place(&app, site, client, *row).await;
    }
    let admin = app.admin(site).await;
    let from = now - TimeDelta::days(days.into());
    let counted: Vec<_> = rows.iter().copied().filter(|row| (from..now).contains(&row.at)).collect();
    for area in AREAS {
        let found = analytics(&admin, area, days).await;
        let months = sums(&found["monthly_trends"], "month", "total_revenue");
        assert_eq!(months, expected(&counted, |day| day - Days::new(day.day0().into())), "{area}");
        let monday = |day: NaiveDate| day - Days::new(day.weekday().num_days_from_monday().into());
        assert_eq!(sums(&found["weekly_trends"], "week", "revenue"), expected(&counted, monday), "{area}");
    }
}

async fn place(app: &TestApp, site: WebsiteId, client: UserId, Placed { at, completed, cents }: Placed) {
    let order = app.order(site).set(|o| {
        (o.created_at, o.total_price_cents) = (Set(at), Set(cents));
        o.status = Set(if completed { OrderStatus::Completed } else { OrderStatus::Pending });
        o.completed_at = Set(completed.then_some(at));
    });
    order.insert().await;
    let bundle = app.class_bundle(site, client).set(|b| {
        (b.created_at, b.total_price_cents) = (Set(at), Set(cents));
        b.status = Set(if completed { ClassBundleStatus::Completed } else { ClassBundleStatus::InProgress });
    });
    bundle.insert().await;
    let special = app.special_order(site, client).set(|s| {
        (s.created_at, s.total_cost_cents) = (Set(at), Set(Some(cents)));
        s.status = Set(if completed { SpecialOrderStatus::Completed } else { SpecialOrderStatus::Inquiry });
        s.completed_at = Set(completed.then_some(at));
    });
    special.insert().await;
}

async fn analytics(admin: &Caller<'_>, area: &str, days: u32) -> Value {
    let reply = admin.get(&format!("/admin-management/{area}/analytics/?days={days}")).await;
    reply.assert_status(200);
    reply.json().clone()
}

/// First day, how many, how many of them completed, and what these are worth in cents.
type Sums = Vec<(String, i64, i64, i64)>;

fn sums(rows: &Value, span: &str, revenue: &str) -> Sums {
    #[expect(clippy::cast_possible_truncation, reason = "small amounts of whole cents")]
    let cents = |amount: f64| (amount * 100.0).round() as i64;
    let sums = |row: &Value| {
        let number = |name: &str| row[name].as_i64().unwrap();
        let first = row[span].as_str().unwrap().to_owned();
        (first, number("count"), number("completed"), cents(row[revenue].as_f64().unwrap()))
    };
    rows.as_array().unwrap().iter().map(sums).collect()
}

fn expected(rows: &[Placed], first: impl Fn(NaiveDate) -> NaiveDate) -> Sums {
    let mut sums = BTreeMap::<NaiveDate, (i64, i64, i64)>::new();
    for row in rows {
        let (count, completed, cents) = sums.entry(first(row.at.date_naive())).or_default();
        *count += 1;
        if row.completed {
            *completed += 1;
            *cents += row.cents;
        }
    }
    sums.into_iter().map(|(first, (count, done, cents))| (first.to_string(), count, done, cents)).collect()
}
