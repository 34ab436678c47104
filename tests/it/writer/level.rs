//! `GET writer-management/dashboard/level`

use chrono::NaiveDate;
use sea_orm::{Set, prelude::Decimal};
use serde_json::json;
use tally_entity::{
    AssignmentSource, AssignmentStatus, OrderStatus, writer_level, writer_performance_snapshot,
};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept, level};

const PATH: &str = "/writer-management/dashboard/level/";

fn at(place: i32) -> impl FnOnce(&mut writer_level::ActiveModel) {
    move |level| level.display_order = Set(place)
}

async fn snapshot(hand: &Hand<'_>, month: u32, score: i64) {
    let day = |day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let row = writer_performance_snapshot::ActiveModel {
        website_id: Set(hand.site),
        writer_id: Set(hand.id),
        period_from_on: Set(day(1)),
        period_to_on: Set(day(28)),
        total_orders: Set(7),
        completion_rate: Set(Decimal::new(8_550, 2)),
        average_rating: Set(Some(Decimal::new(444, 2))),
        composite_score: Set(Decimal::from(score)),
        ..Default::default()
    };
    hand.app.insert(row).await;
}

#[tokio::test]
async fn the_next_level_asks_for_what_is_missing() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    level(&app, site, "Best", at(1)).await;
    let next = level(&app, site, "Better", |level| {
        level.display_order = Set(2);
        (level.min_orders, level.min_takes, level.min_rating) = (Set(4), Set(1), Set(Decimal::new(45, 1)));
        level.max_lateness_pct = Set(Some(Decimal::from(25)));
        level.min_completion_pct = Set(Some(Decimal::from(60)));
    });
    let next = next.await;
    level(&app, site, "Also better", at(2)).await;
    level(&app, site, "Closed", |level| (level.display_order, level.is_active) = (Set(3), Set(false))).await;
    let own = level(&app, site, "Good", |level| {
        (level.display_order, level.urgency_pct) = (Set(5), Set(Decimal::new(1_225, 2)));
        level.total_pct = Set(Some(Decimal::from(40)));
    });
    let own = own.await;
    level(&app, other, "Foreign", at(4)).await;
    jane.profile(Some(&own), |_| ()).await;
    let late = |order: &mut tally_entity::order::ActiveModel| order.client_deadline_at = Set(Some(ago(8, 0)));
    let done = jane.completed(3, late).await;
    jane.completed(40, |_| ()).await;
    let revised = jane.completed(9, |_| ()).await;
    for _ in 0..2 {
        app.order_transition(&revised, OrderStatus::RevisionRequested).insert().await;
    }
    app.order_transition(&done, OrderStatus::Revised).insert().await;
    // Not finished: it counts among what he got, and its revision does not.
    let open = jane.order(OrderStatus::RevisionRequested, |_| ()).await;
    app.order_transition(&open, OrderStatus::RevisionRequested).insert().await;
    for (order, source, status) in [
        (&done, AssignmentSource::Take, AssignmentStatus::Ended),
        (&revised, AssignmentSource::Take, AssignmentStatus::Declined),
        (&open, AssignmentSource::Admin, AssignmentStatus::Accepted),
    ] {
        let row = app
            .order_assignment(order, jane.id)
            .set(|row| (row.source, row.status) = (Set(source), Set(status)));
        row.insert().await;
    }
    jane.review(40, 100, |_| ()).await;
    jane.review(41, 1, |_| ()).await;
    snapshot(&jane, 2, 99).await;
    snapshot(&jane, 3, 50).await;
    for (name, month, score) in [("ann", 3, 51), ("ben", 3, 50), ("cleo", 2, 100)] {
        snapshot(&Hand::new(&app, site, name).await, month, score).await;
    }
    snapshot(&Hand::new(&app, other, "dora").await, 3, 100).await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 6);
    let answer = reply.json();
    assert_eq!(
        answer["current_level"],
        json!({
            "id": own.id, "name": "Good", "description": "", "earning_mode": "fixed_per_page",
            "base_pay_per_page": 6, "base_pay_per_slide": 2.5, "earnings_percentage_of_cost": null,
            "earnings_percentage_of_total": 40, "urgency_percentage_increase": 12.25,
            "urgency_additional_per_page": 0, "urgent_order_deadline_hours": 24,
            "technical_order_adjustment_per_page": 0, "technical_order_adjustment_per_slide": 0,
            "deadline_percentage": 80, "tips_percentage": 100, "max_orders": 10,
            "bonus_per_order_completed": 0, "bonus_per_rating_above_threshold": 0,
            "rating_threshold_for_bonus": 4.5,
        })
    );
    assert_eq!(
        answer["current_stats"],
        json!({
            "total_completed_orders": 3, "total_takes": 1, "avg_rating": 4.05, "completion_rate": 75,
            "revision_rate": 33.33, "lateness_rate": 33.33,
        })
    );
    assert_eq!(
        answer["next_level"],
        json!({
            "next_level": { "id": next.id, "name": "Better" }, "is_eligible": false,
            "failed_requirements": [
                "Need 4 completed orders (currently have 3)",
                "Need an average rating of 4.5 (currently have 4.05)",
                "Need a lateness rate of at most 25% (currently have 33.33%)",
            ],
            "requirements": { "min_orders": 4, "min_rating": 4.5, "min_takes": 1, "min_completion_rate": 60 },
        })
    );
    assert_eq!(answer["ranking_position"], 2);
    assert_eq!(
        answer["latest_snapshot"],
        json!({ "average_rating": 4.44, "total_orders": 7, "completion_rate": 85.5 })
    );

    assert!(is_kept(&jane.caller.get(PATH).await));
    joe.completed(1, |_| ()).await;
    app.sweep().await;
    assert!(is_kept(&jane.caller.get(PATH).await));
    jane.completed(1, |_| ()).await;
    app.sweep().await;
    assert_eq!(jane.caller.get(PATH).await.json()["current_stats"]["total_completed_orders"], 4);
    for_writers_only(&app, site, PATH).await;
}

#[tokio::test]
async fn who_has_no_level_begins_at_the_lowest_that_asks_for_nothing() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    level(&app, site, "Asks", |level| (level.display_order, level.min_orders) = (Set(9), Set(1))).await;
    level(&app, site, "Entry", at(8)).await;
    level(&app, site, "Higher", at(2)).await;
    let jane = Hand::new(&app, site, "jane").await;
    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    let answer = reply.json();
    assert_eq!(answer["current_level"], json!(null));
    assert_eq!(answer["next_level"]["next_level"]["name"], "Entry");
    assert_eq!(answer["next_level"]["is_eligible"], true);
    assert_eq!(json!([answer["ranking_position"], answer["latest_snapshot"]]), json!([null, null]));
    assert_eq!(answer["current_stats"]["avg_rating"], json!(null));

    let top = Hand::new(&app, site, "joe").await;
    let highest = level(&app, site, "Top", at(1)).await;
    top.profile(Some(&highest), |_| ()).await;
    assert_eq!(top.caller.get(PATH).await.json()["next_level"], json!(null));
}
