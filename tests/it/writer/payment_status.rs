//! `GET writer-management/dashboard/payment-status`

use chrono::NaiveDate;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    PayoutChannel, PayoutStatus, WriterPaymentStatus, payout_method, writer_profile::PaymentSchedule,
};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept};

const PATH: &str = "/writer-management/dashboard/payment-status/";

fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn payments_are_summed_and_listed_by_status() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let due = |day: Option<u32>| day.map(|day| NaiveDate::from_ymd_opt(2026, 5, day).unwrap());
    let waits = async |status, cents, day| {
        let row = jane.payment(cents, |row| {
            (row.status, row.paid_at, row.due_on) = (Set(status), Set(None), Set(due(day)));
        });
        row.await.id.0
    };
    let paid = async |cents: i64, days, day| {
        let row = jane.payment(cents, |row| {
            (row.paid_at, row.due_on) = (Set(Some(ago(days, 0))), Set(due(day)));
            (row.bonuses_cents, row.tips_cents, row.fines_cents) = (Set(10), Set(20), Set(40));
        });
        row.await.id.0
    };
    let pending = [
        waits(WriterPaymentStatus::Pending, 100, None).await,
        waits(WriterPaymentStatus::Pending, 200, Some(9)).await,
        waits(WriterPaymentStatus::Pending, 400, Some(2)).await,
    ];
    let delayed = waits(WriterPaymentStatus::Delayed, 800, None).await;
    waits(WriterPaymentStatus::Cancelled, 9_999, None).await;
    // Paid today, two days, 30 days, a little more, and more than 12 weeks ago; the day they were due on says nothing.
    let newest = [paid(1_000, 0, Some(20)).await, paid(2_000, 2, None).await, paid(4_000, 30, Some(1)).await];
    let older = [paid(8_000, 31, None).await, paid(16_000, 85, None).await];
    joe.payment(5_555, |_| ()).await;
    for (cents, days, status) in
        [(500, 3, PayoutStatus::Pending), (700, 4, PayoutStatus::Paid), (900, 5, PayoutStatus::Pending)]
    {
        let row = app.payout_request(site, jane.id).set(|row| {
            (row.amount_cents, row.status, row.created_at) = (Set(cents), Set(status), Set(ago(days, 0)));
            if status == PayoutStatus::Paid {
                (row.decided_at, row.paid_at) = (Set(Some(ago(3, 0))), Set(Some(ago(2, 0))));
            }
        });
        row.insert().await;
    }
    app.payout_request(site, joe.id).set(|row| row.amount_cents = Set(1)).insert().await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 5);
    let answer = reply.json();
    assert_eq!(
        answer["summary"],
        json!({
            "total_earnings": 310, "total_bonuses": 0.5, "total_tips": 1, "total_fines": 2,
            "pending_amount": 7, "delayed_amount": 8, "recent_paid_30d": 70,
            "pending_payout_requests": 2, "pending_payout_amount": 14,
            "has_verified_payout_method": false, "payment_schedule": "bi-weekly",
        })
    );
    assert_eq!(
        answer["status_breakdown"],
        json!({
            "Paid": { "count": 5, "total_amount": 310 }, "Pending": { "count": 3, "total_amount": 7 },
            "Delayed": { "count": 1, "total_amount": 8 }, "Cancelled": { "count": 1, "total_amount": 99.99 },
        })
    );
    assert_eq!(ids(&answer["pending_payments"]), [pending[2], pending[1], pending[0]]);
    assert_eq!(ids(&answer["delayed_payments"]), [delayed]);
    assert_eq!(ids(&answer["recent_payments"]), [newest, [older[0], older[1], 0]].concat()[..5]);
    assert_eq!(
        answer["payment_trends"],
        json!([
            { "week": "2026-03-09", "status": "Paid", "count": 1, "total_amount": 80 },
            { "week": "2026-03-16", "status": "Paid", "count": 1, "total_amount": 40 },
            { "week": "2026-04-13", "status": "Paid", "count": 2, "total_amount": 30 },
        ])
    );
    let payouts = answer["payout_requests"].as_array().unwrap();
    assert_eq!(
        json!([payouts.len(), payouts[0]["amount_requested"], payouts[0]["processed_at"]]),
        json!([3, 5, null])
    );
    assert_eq!(payouts[1]["processed_at"], "2026-04-13T12:00:00Z");

    assert!(is_kept(&jane.caller.get(PATH).await));
    let method = payout_method::ActiveModel {
        website_id: Set(site),
        user_id: Set(jane.id),
        method: Set(PayoutChannel::Paypal),
        label: Set("mine".to_owned()),
        details_enc: Set(vec![1]),
        verified_at: Set(Some(ago(1, 0))),
        ..Default::default()
    };
    app.insert(method).await;
    jane.profile(None, |row| row.payment_schedule = Set(PaymentSchedule::Monthly)).await;
    app.sweep().await;
    let later = jane.caller.get(PATH).await;
    let summary = &later.json()["summary"];
    assert_eq!(summary["has_verified_payout_method"], true);
    assert_eq!(summary["payment_schedule"], "monthly");
    for_writers_only(&app, site, PATH).await;
}
