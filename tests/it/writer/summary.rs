//! `GET writer-management/dashboard/summary`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{FineStatus, FineType, OrderStatus, Role, TipPaymentStatus, WriterPaymentKind, fine};
use tally_testkit::{TestApp, ago, now};

use super::hands::{Hand, for_writers_only, is_kept, level, owed};

const PATH: &str = "/writer-management/dashboard/summary/";

async fn fined(hand: &Hand<'_>, cents: i64, days: i64, status: FineStatus) {
    let order = hand.completed(60, |_| ()).await;
    let row = fine::ActiveModel {
        website_id: Set(hand.site),
        order_id: Set(order.id),
        writer_id: Set(hand.id),
        amount_cents: Set(cents),
        reason: Set("late".to_owned()),
        fine_type: Set(FineType::LateSubmission),
        status: Set(status),
        imposed_at: Set(ago(days, 0)),
        ..Default::default()
    };
    hand.app.insert(row).await;
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one scene and everything that is shown of it")]
async fn both_families_of_names_have_the_same_figures() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let own = level(&app, site, "Good", |level| level.display_order = Set(5)).await;
    level(&app, site, "Better", |level| (level.display_order, level.min_orders) = (Set(4), Set(8))).await;
    jane.profile(Some(&own), |_| ()).await;
    jane.tip(client, 500, 1, TipPaymentStatus::Completed).await;
    jane.tip(client, 250, 15, TipPaymentStatus::Completed).await;
    jane.tip(client, 999, 1, TipPaymentStatus::Processing).await;
    // 60 days ago four orders were finished, and one this month; the day the month began counts.
    for (cents, days, status) in [
        (1_000, 1, FineStatus::Issued),
        (2_000, 20, FineStatus::Resolved),
        (4_000, 20, FineStatus::Escalated),
        (8_000, 1, FineStatus::Waived),
    ] {
        fined(&jane, cents, days, status).await;
    }
    fined(&joe, 7_777, 1, FineStatus::Issued).await;
    jane.completed(14, |_| ()).await;
    let review = jane.review(50, 2, |_| ()).await;
    jane.review(35, 40, |_| ()).await;
    jane.payment(1_000, |_| ()).await;
    jane.payment(9_000, |row| row.kind = Set(WriterPaymentKind::Installment)).await;
    jane.payment(55, owed).await;
    let soon = jane
        .order(OrderStatus::InProgress, |order| {
            order.topic = Set("soon".to_owned());
            order.client_deadline_at = Set(Some(now() + chrono::Duration::hours(1)));
            order.writer_deadline_at = Set(Some(now() + chrono::Duration::minutes(1)));
        })
        .await;
    jane.order(OrderStatus::Assigned, |order| {
        order.writer_deadline_at = Set(Some(now() - chrono::Duration::minutes(1)));
    })
    .await;
    let revision = jane
        .order(OrderStatus::OnRevision, |order| {
            (order.client_id, order.number_of_pages, order.total_price_cents) =
                (Set(Some(client)), Set(3), Set(4_550));
            order.updated_at = Set(ago(1, 0));
        })
        .await;
    jane.order(OrderStatus::Revised, |_| ()).await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 11);
    let answer = reply.json();
    assert_eq!(answer["tips"], json!({ "total": 7.5, "count": 2, "this_month": 5 }));
    assert_eq!(answer["tips_summary"], json!({ "total_tips": 7.5, "this_month_tips": 5, "tips_count": 2 }));
    assert_eq!(answer["fines"], json!({ "total": 70, "count": 3, "this_month": 10, "unpaid": 50 }));
    assert_eq!(
        answer["fines_summary"],
        json!({ "total_fines": 70, "this_month_fines": 10, "active_fines_count": 2 })
    );
    assert_eq!(
        answer["reviews_summary"],
        json!({ "average_rating": 4.25, "total_reviews": 2, "positive_reviews": 1, "recent_reviews": 1 })
    );
    let reviews = &answer["reviews"];
    assert_eq!(json!([reviews["average_rating"], reviews["total_count"]]), json!([4.25, 2]));
    assert_eq!(
        reviews["recent"][0],
        json!({
            "id": review.id, "rating": 5, "client_name": format!("Client #{}", review.reviewer_id), "comment": "",
            "order_id": null, "order_topic": null, "created_at": "2026-04-13T12:00:00Z",
        })
    );
    assert_eq!(
        json!([answer["revision_requests_count"], answer["revision_requests"]["count"]]),
        json!([1, 1])
    );
    let row = &answer["revision_requests"]["orders"][0];
    assert_eq!(
        json!([row["id"], row["client_name"], row["pages"], row["total_price"], row["deadline"]]),
        json!([revision.id, format!("Client #{client}"), 3, 45.5, null])
    );
    assert_eq!(answer["current_level"], json!({ "id": own.id, "name": "Good" }));
    // 5 of 8 orders.
    assert_eq!(
        answer["level_progress"],
        json!({
            "current_level": "Good", "next_level": "Better", "next_level_name": "Better", "current_score": 62.5,
            "required_score": 100, "points_needed": 37.5, "progress_percentage": 62.5,
            "ready_for_promotion": false,
            "requirements_remaining": "Need 8 completed orders (currently have 5)",
        })
    );
    let names = [
        "active_orders",
        "completed_this_month",
        "total_earnings",
        "pending_payments",
        "next_deadline",
        "next_deadline_order_id",
        "next_deadline_topic",
    ];
    assert_eq!(
        json!(names.map(|name| &answer[name])),
        json!([3, 1, 10, 0.55, "2026-04-15T12:01:00Z", soon.id, "soon"])
    );

    assert!(is_kept(&jane.caller.get(PATH).await));
    fined(&joe, 1, 1, FineStatus::Issued).await;
    joe.review(10, 1, |_| ()).await;
    app.sweep().await;
    assert!(is_kept(&jane.caller.get(PATH).await));
    fined(&jane, 100, 1, FineStatus::Appealed).await;
    app.sweep().await;
    let later = jane.caller.get(PATH).await;
    assert_eq!((is_kept(&later), &later.json()["fines"]["unpaid"]), (false, &json!(51)));
    for_writers_only(&app, site, PATH).await;
}

#[tokio::test]
async fn a_newcomer_has_nothing_and_no_page_fails() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let reply = Hand::new(&app, site, "jane").await.caller.get(PATH).await;
    reply.assert_status(200);
    let answer = reply.json();
    assert_eq!(answer["current_level"], json!({ "id": null, "name": "None" }));
    assert_eq!(json!([answer["level_progress"], answer["next_deadline"]]), json!([null, null]));
    assert_eq!(answer["revision_requests"], json!({ "count": 0, "orders": [] }));
    assert_eq!(answer["reviews"], json!({ "average_rating": null, "total_count": 0, "recent": [] }));
}
