//! `GET writer-management/dashboard/earnings-breakdown`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, SpecialOrderStatus, TipPaymentStatus, WriterPaymentKind, writer_bonus};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept, level, owed};

const PATH: &str = "/writer-management/dashboard/earnings-breakdown/";

#[tokio::test]
async fn each_kind_of_work_has_its_sum_and_its_rows() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    jane.profile(Some(&level(&app, site, "Senior", |_| ()).await), |_| ()).await;
    // 12.00 by the level; 9.00 by the newest payment of its kind; one before the month; one before the period.
    let by_level = jane.completed(1, |order| order.number_of_pages = Set(2)).await;
    let written = jane.completed(8, |order| order.number_of_pages = Set(2)).await;
    for (cents, days) in [(500, 9), (900, 8)] {
        let row = jane.payment(cents, |row| {
            owed(row);
            (row.order_id, row.kind) = (Set(Some(written.id)), Set(WriterPaymentKind::Order));
            row.created_at = Set(ago(days, 0));
        });
        row.await;
    }
    jane.completed(20, |order| order.writer_compensation_cents = Set(250)).await;
    jane.completed(31, |order| order.writer_compensation_cents = Set(77_700)).await;
    joe.completed(1, |order| order.writer_compensation_cents = Set(88_800)).await;
    for (days, cents) in [(2, 3_000), (40, 4_000)] {
        let special = app.special_order(site, client).set(|order| {
            order.writer_id = Set(Some(jane.id));
            order.inquiry_details = Set("help".to_owned());
            (order.status, order.completed_at) =
                (Set(SpecialOrderStatus::Completed), Set(Some(ago(days, 0))));
            (order.writer_payment_cents, order.admin_approved_cost_cents) =
                (Set(Some(cents)), Set(Some(9_000)));
        });
        special.insert().await;
    }
    let class = app.class_bundle(site, client).insert().await;
    for (days, cents) in [(3, 1_000), (9, 500), (50, 100)] {
        let row = writer_bonus::ActiveModel {
            website_id: Set(site),
            writer_id: Set(jane.id),
            class_bundle_id: Set(Some(class.id)),
            amount_cents: Set(cents),
            granted_at: Set(ago(days, 0)),
            ..Default::default()
        };
        app.insert(row).await;
    }
    jane.tip(client, 300, 1, TipPaymentStatus::Completed).await;
    jane.tip(client, 300, 31, TipPaymentStatus::Completed).await;
    jane.tip(client, 300, 1, TipPaymentStatus::Failed).await;
    jane.payment(1, |row| row.bonuses_cents = Set(50)).await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 6);
    let answer = reply.json();
    assert_eq!(
        answer["summary"],
        json!({
            "total_earnings": 72, "regular_orders": 23.5, "special_orders": 30, "class_bonuses": 15, "tips": 3,
            "other_bonuses": 0.5,
        })
    );
    let kinds = &answer["breakdown"];
    let regular = &kinds["regular_orders"];
    assert_eq!(json!([regular["total"], regular["count"], regular["average"]]), json!([23.5, 3, 7.83]));
    assert_eq!(
        regular["orders"][0],
        json!({ "order_id": by_level.id, "topic": by_level.topic, "amount": 12, "pages": 2,
            "completed_at": "2026-04-14T12:00:00Z" })
    );
    assert_eq!(regular["orders"][1]["amount"], 9);
    let special = &kinds["special_orders"];
    assert_eq!(json!([special["count"], special["average"]]), json!([1, 30]));
    assert_eq!(
        json!([special["orders"][0]["topic"], special["orders"][0]["total_cost"]]),
        json!(["help", 90])
    );
    assert_eq!(
        (&kinds["class_bonuses"]["count"], &kinds["class_bonuses"]["average"]),
        (&json!(2), &json!(7.5))
    );
    assert_eq!(kinds["tips"], json!({ "total": 3, "count": 1 }));
    assert_eq!(
        answer["time_periods"],
        json!({
            "this_week": { "regular_orders": 1, "special_orders": 1, "class_bonuses": 1 },
            "this_month": { "regular_orders": 2, "special_orders": 1, "class_bonuses": 2 },
        })
    );
    assert_eq!(
        answer["date_range"],
        json!({ "from": "2026-03-16T12:00:00Z", "to": "2026-04-15T12:00:00Z", "days": 30 })
    );

    // This week and this month do not depend on the period.
    let day = jane.caller.get(&format!("{PATH}?days=1")).await;
    assert_eq!(day.json()["time_periods"], answer["time_periods"]);
    assert_eq!(day.json()["summary"]["total_earnings"], json!(15.5));
    assert_eq!(day.json()["breakdown"]["special_orders"]["average"], json!(null));
    assert!(is_kept(&jane.caller.get(PATH).await));
    jane.tip(client, 100, 2, TipPaymentStatus::Completed).await;
    app.sweep().await;
    assert_eq!(jane.caller.get(PATH).await.json()["summary"]["tips"], json!(4));
    for_writers_only(&app, site, PATH).await;
}
