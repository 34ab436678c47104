//! `GET writer-management/dashboard/earnings`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{WriterPaymentKind, WriterPaymentStatus};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept, owed};

const PATH: &str = "/writer-management/dashboard/earnings/";

#[tokio::test]
async fn what_was_paid_is_summed_by_period_and_by_day() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    // Now is noon of 15 April: seven days ago is in, the month began two weeks ago, the year in January.
    for (cents, days, hours) in
        [(1_000, 1, 0), (201, 1, 2), (400, 7, 0), (800, 7, 1), (1_600, 15, 0), (3_200, 30, 0), (6_400, 31, 0)]
    {
        jane.payment(cents, |row| row.paid_at = Set(Some(ago(days, hours)))).await;
    }
    jane.payment(12_800, |row| row.paid_at = Set(Some(ago(150, 0)))).await;
    jane.payment(50_000, |row| row.kind = Set(WriterPaymentKind::Installment)).await;
    let waiting = jane.payment(33, owed).await;
    jane.payment(67, |row| (row.status, row.paid_at) = (Set(WriterPaymentStatus::Delayed), Set(None))).await;
    jane.payment(70_000, |row| (row.status, row.paid_at) = (Set(WriterPaymentStatus::Failed), Set(None)))
        .await;
    joe.payment(90_000, |_| ()).await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let answer = reply.json();
    let figures =
        ["total_earnings", "pending_payments", "this_week", "this_month", "this_year", "avg_per_order"];
    // 10 + 2.01 + 4 + 8 + 16 + 32 of six; the first three; without 31 March and before; without November.
    assert_eq!(json!(figures.map(|name| &answer[name])), json!([72.01, 1, 16.01, 24.01, 136.01, 12]));
    assert_eq!(
        answer["earnings_trend"],
        json!([
            { "date": "2026-03-16", "total": 32, "count": 1 },
            { "date": "2026-03-31", "total": 16, "count": 1 },
            { "date": "2026-04-08", "total": 12, "count": 2 },
            { "date": "2026-04-14", "total": 12.01, "count": 2 },
        ])
    );
    let history = answer["payment_history"].as_array().unwrap();
    assert_eq!(history.len(), 12);
    let statuses: Vec<_> = history.iter().map(|row| row["status"].as_str().unwrap()).collect();
    assert_eq!(statuses[..3], ["Paid", "Paid", "Paid"]);
    assert!(statuses.contains(&"Failed") && statuses.contains(&"Delayed"));
    let row = history.iter().find(|row| row["id"] == json!(waiting.id)).unwrap();
    assert_eq!(
        *row,
        json!({ "id": waiting.id, "amount": 0.33, "status": "Pending", "created_at": "2026-04-05T12:00:00Z",
            "description": "" })
    );

    let week = jane.caller.get(&format!("{PATH}?days=1")).await;
    // A payment exactly a day ago is in.
    assert_eq!((&week.json()["total_earnings"], &week.json()["avg_per_order"]), (&json!(10), &json!(10)));
    let none = Hand::new(&app, site, "nils").await.caller.get(PATH).await;
    assert_eq!(json!(figures.map(|name| &none.json()[name])), json!([0, 0, 0, 0, 0, 0]));
    assert_eq!(none.json()["earnings_trend"], json!([]));

    assert!(
        is_kept(&jane.caller.get(PATH).await) && is_kept(&jane.caller.get(&format!("{PATH}?days=1")).await)
    );
    joe.payment(1, |_| ()).await;
    app.sweep().await;
    assert!(is_kept(&jane.caller.get(PATH).await));
    jane.payment(1, owed).await;
    app.sweep().await;
    let later = jane.caller.get(PATH).await;
    assert_eq!((is_kept(&later), &later.json()["pending_payments"]), (false, &json!(1.01)));
    for_writers_only(&app, site, PATH).await;
}
