//! `GET writer-management/dashboard/payments`

use chrono::{DateTime, Utc};
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{OrderStatus, WriterPaymentKind, writer_payment, writer_profile::PaymentSchedule};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept, level, owed};

const PATH: &str = "/writer-management/dashboard/payments/";

fn on(text: &str) -> impl FnOnce(&mut writer_payment::ActiveModel) {
    let moment: DateTime<Utc> = text.parse().unwrap();
    move |row| {
        row.paid_at = Set(Some(moment));
        (row.bonuses_cents, row.tips_cents, row.fines_cents) = (Set(100), Set(20), Set(3));
    }
}

fn period(first: &str, last: &str, count: u32, total: f64) -> Value {
    let cents = |each: u32| json!(f64::from(each) * f64::from(count) / 100.0);
    json!({
        "period": format!("{}-01T00:00:00Z", &first[..7]), "period_start": first, "period_end": last,
        "payment_count": count, "total_amount": total,
        "total_bonuses": cents(100), "total_tips": cents(20), "total_fines": cents(3),
    })
}

/// Numbers are compared as numbers: 1 and 1.0 are the same.
fn assert_same(found: &Value, expected: &[Value]) {
    let plain = |value: &Value| {
        let mut text = value.to_string();
        text = text.replace(".0,", ",").replace(".0}", "}");
        text
    };
    let expected = Value::Array(expected.to_vec());
    assert_eq!(plain(found), plain(&expected));
}

#[tokio::test]
async fn pay_is_listed_by_fortnight_and_by_month() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    for (cents, moment) in [
        (1_000, "2026-02-14T23:59:59Z"),
        (2_000, "2026-02-15T00:00:00Z"),
        (4_050, "2026-02-28T23:59:59.999Z"),
        (8_000, "2026-03-01T00:00:00Z"),
    ] {
        jane.payment(cents, on(moment)).await;
    }
    jane.payment(1, owed).await;
    joe.payment(9_999, on("2026-03-01T00:00:00Z")).await;
    app.sweep().await;
    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let found = &reply.json()["historical_payments"];
    assert_same(
        &found["fortnightly"],
        &[
            period("2026-03-01", "2026-03-14", 1, 80.0),
            period("2026-02-15", "2026-02-28", 2, 60.5),
            period("2026-02-01", "2026-02-14", 1, 10.0),
        ],
    );
    assert_same(
        &found["monthly"],
        &[period("2026-03-01", "2026-03-31", 1, 80.0), period("2026-02-01", "2026-02-28", 3, 70.5)],
    );
    let recent = reply.json()["recent_payments"].as_array().unwrap();
    assert_eq!(recent.len(), 5);
    // What is owed is listed by when it was made: ten days ago.
    assert_eq!(
        (&recent[0]["status"], &recent[0]["payment_date"]),
        (&json!("Pending"), &json!("2026-04-05T12:00:00Z"))
    );
    assert_eq!(
        (&recent[1]["amount"], &recent[1]["currency"], &recent[1]["fines"]),
        (&json!(80), &json!("USD"), &json!(0.03))
    );
    for_writers_only(&app, site, PATH).await;
}

#[tokio::test]
async fn finished_work_that_was_not_paid_out_is_to_come() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = Hand::new(&app, site, "jane").await;
    let senior = level(&app, site, "Senior", |_| ()).await;
    let paid = |order: &mut tally_entity::order::ActiveModel| {
        (order.is_paid, order.paid_at, order.number_of_pages) = (Set(true), Set(Some(ago(20, 0))), Set(2));
    };
    // 13 April, 31 March, and one that was approved on 15 March.
    let first = jane.completed(2, paid).await;
    let second = jane.completed(15, paid).await;
    let third = jane
        .order(OrderStatus::Approved, |order| {
            paid(order);
            order.submitted_at = Set(Some(ago(31, 0)));
        })
        .await;
    let of = |order: &tally_entity::order::Model| {
        let id = order.id;
        move |row: &mut writer_payment::ActiveModel| {
            (row.order_id, row.kind) = (Set(Some(id)), Set(WriterPaymentKind::Order));
        }
    };
    jane.payment(777, |row| {
        owed(row);
        of(&second)(row);
    })
    .await;
    let done = jane.completed(3, paid).await;
    jane.payment(1_200, of(&done)).await;
    // The client has not paid for this one, and that is still to be done.
    jane.completed(1, |_| ()).await;
    jane.order(OrderStatus::InProgress, paid).await;
    app.sweep().await;

    let upcoming = async || {
        let reply = jane.caller.get(PATH).await;
        reply.assert_status(200);
        reply.json()["upcoming_payments"].clone()
    };
    // Without a level 55 % of nothing.
    assert_eq!(upcoming().await["total_amount"], json!(7.77));
    let profile = jane.profile(Some(&senior), |_| ()).await;
    app.sweep().await;
    let found = upcoming().await;
    assert_eq!((&found["total_amount"], &found["order_count"]), (&json!(31.77), &json!(3)));
    let rows = found["orders"].as_array().unwrap();
    let shown = |name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(json!(shown("id")), json!([first.id, second.id, third.id]));
    assert_eq!(json!(shown("expected_earning")), json!([12, 7.77, 12]));
    assert_eq!(
        shown("expected_payment_window_label"),
        ["17 Apr – 21 Apr 2026", "5 Apr – 7 Apr 2026", "17 Mar – 21 Mar 2026"]
    );
    assert_eq!(rows[0]["expected_payment_window_start"], "2026-04-17");
    assert_eq!(rows[0]["expected_payment_window_end"], "2026-04-21");

    let mut profile: tally_entity::writer_profile::ActiveModel = profile.into();
    profile.payment_schedule = Set(PaymentSchedule::Monthly);
    sea_orm::ActiveModelTrait::update(profile, app.db()).await.unwrap();
    app.sweep().await;
    let monthly = upcoming().await;
    assert_eq!(monthly["orders"][0]["expected_payment_window_label"], "5 May – 7 May 2026");
    assert!(is_kept(&jane.caller.get(PATH).await));
}
