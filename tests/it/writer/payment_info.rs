//! `GET writer-management/dashboard/payment-info`

use sea_orm::{Set, prelude::Decimal};
use serde_json::json;
use tally_entity::{
    OrderStatus, Role, SpecialOrderStatus, TipPaymentStatus, WriterPaymentKind, subject, writer_bonus,
};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept, level};

const PATH: &str = "/writer-management/dashboard/payment-info/";

fn bonus(hand: &Hand<'_>, cents: i64) -> writer_bonus::ActiveModel {
    writer_bonus::ActiveModel {
        website_id: Set(hand.site),
        writer_id: Set(hand.id),
        amount_cents: Set(cents),
        granted_at: Set(ago(4, 0)),
        reason: Set("well done".to_owned()),
        ..Default::default()
    }
}

#[tokio::test]
async fn everything_a_writer_was_to_be_paid_for_is_summed() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let senior = level(&app, site, "Senior", |level| {
        level.class_cents = Set(Some(2_500));
        level.technical_page_cents = Set(100);
        level.cost_pct = Set(Some(Decimal::from(30)));
    });
    jane.profile(Some(&senior.await), |_| ()).await;
    let maths = app
        .insert(subject::ActiveModel {
            website_id: Set(site),
            name: Set("Maths".to_owned()),
            is_technical: Set(true),
            ..Default::default()
        })
        .await;
    jane.completed(3, |order| {
        (order.topic, order.writer_compensation_cents) = (Set("agreed".into()), Set(1_234));
    })
    .await;
    // 4 × 6.00 + 2 × 2.50
    jane.order(OrderStatus::Submitted, |order| {
        (order.topic, order.submitted_at) = (Set("handed in".into()), Set(Some(ago(1, 0))));
        (order.number_of_pages, order.number_of_slides) = (Set(4), Set(2));
    })
    .await;
    // 6.00 + 1.00
    jane.completed(5, |order| {
        (order.topic, order.subject_id, order.number_of_pages) =
            (Set("technical".into()), Set(Some(maths.id)), Set(1));
    })
    .await;
    jane.order(OrderStatus::InProgress, |order| order.number_of_pages = Set(50)).await;
    jane.completed(2, |order| (order.number_of_pages, order.deleted_at) = (Set(50), Set(Some(ago(1, 0)))))
        .await;
    joe.completed(2, |order| order.number_of_pages = Set(50)).await;
    let special = app.special_order(site, client).set(|order| {
        order.writer_id = Set(Some(jane.id));
        order.inquiry_details = Set("ä".repeat(60));
        (order.status, order.completed_at) = (Set(SpecialOrderStatus::Completed), Set(Some(ago(2, 0))));
        (order.total_cost_cents, order.writer_payment_pct) =
            (Set(Some(10_000)), Set(Some(Decimal::from(30))));
    });
    let special = special.insert().await;
    app.special_order(site, client).set(|order| order.writer_id = Set(Some(jane.id))).insert().await;
    app.insert(writer_bonus::ActiveModel { special_order_id: Set(Some(special.id)), ..bonus(&jane, 500) })
        .await;
    let class = app.class_bundle(site, client).insert().await;
    app.insert(writer_bonus::ActiveModel { class_bundle_id: Set(Some(class.id)), ..bonus(&jane, 2_000) })
        .await;
    app.insert(writer_bonus::ActiveModel { class_bundle_id: Set(Some(class.id)), ..bonus(&joe, 7_777) })
        .await;
    jane.payment(100, |row| row.bonuses_cents = Set(300)).await;
    jane.payment(100, |row| {
        (row.bonuses_cents, row.kind) = (Set(999), Set(WriterPaymentKind::Installment));
    })
    .await;
    jane.tip(client, 400, 1, TipPaymentStatus::Completed).await;
    jane.tip(client, 900, 1, TipPaymentStatus::Pending).await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 6);
    let info = reply.json();
    let rates = ["cost_per_page", "cost_per_slide", "cost_per_class", "level_name", "earning_mode"];
    assert_eq!(json!(rates.map(|name| &info[name])), json!([6, 2.5, 25, "Senior", "fixed_per_page"]));
    let orders: Vec<_> = info["order_earnings"].as_array().unwrap().iter().collect();
    let shown = |name: &str| orders.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(shown("order_topic"), ["handed in", "agreed", "technical"]);
    assert_eq!(json!(shown("amount")), json!([29, 12.34, 7]));
    assert_eq!(shown("payment_set_by"), ["level", "admin", "level"]);
    assert_eq!(shown("completed_at")[0], "2026-04-14T12:00:00Z");
    assert_eq!(
        info["special_order_earnings"],
        json!([{
            "special_order_id": special.id, "order_title": "ä".repeat(50), "amount": 30, "bonus": 5, "total": 35,
            "payment_set_by": "admin_percentage", "completed_at": "2026-04-13T12:00:00Z",
        }])
    );
    assert_eq!(
        info["class_bonuses"],
        json!([{
            "class_id": class.id, "amount": 20, "reason": "well done", "granted_at": "2026-04-11T12:00:00Z",
            "is_paid": false,
        }])
    );
    // 29 + 12.34 + 7 + 35 + 20, and 3 + 20
    let totals = ["total_earnings", "total_bonuses", "total_tips"].map(|name| &info[name]);
    assert_eq!(json!(totals), json!([103.34, 23, 4]));

    // What is kept ends with a change of his rows, and with no change of another's.
    assert!(is_kept(&jane.caller.get(PATH).await));
    joe.completed(1, |_| ()).await;
    app.sweep().await;
    assert!(is_kept(&jane.caller.get(PATH).await));
    jane.completed(1, |order| order.writer_compensation_cents = Set(66)).await;
    app.sweep().await;
    let later = jane.caller.get(PATH).await;
    assert_eq!((is_kept(&later), &later.json()["total_earnings"]), (false, &json!(104)));
    for_writers_only(&app, site, PATH).await;
}

#[tokio::test]
async fn without_a_level_there_are_no_rates_until_there_is_one() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = Hand::new(&app, site, "jane").await;
    for _ in 0..2 {
        let reply = jane.caller.get(PATH).await;
        reply.assert_problem(404, "not-found");
        assert_eq!(reply.json()["detail"], "Writer level not set.");
    }
    let junior = level(&app, site, "Junior", |_| ()).await;
    jane.profile(Some(&junior), |_| ()).await;
    app.sweep().await;
    let reply = jane.caller.get(PATH).await;
    assert_eq!((reply.status.as_u16(), &reply.json()["level_name"]), (200, &json!("Junior")));
}
