//! `GET writer-management/dashboard/workload-capacity`

use chrono::Duration;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{OrderStatus, order};
use tally_testkit::{TestApp, ago, now};

use super::hands::{Hand, for_writers_only, level};

const PATH: &str = "/writer-management/dashboard/workload-capacity/";

fn due_in(minutes: i64) -> impl FnOnce(&mut order::ActiveModel) {
    move |order| {
        order.client_deadline_at = Set(Some(now() + Duration::minutes(minutes)));
        order.number_of_pages = Set(20);
    }
}

#[tokio::test]
async fn a_desk_is_told_in_figures_and_advice() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    let senior = level(&app, site, "Senior", |level| level.max_orders = Set(7)).await;
    jane.profile(Some(&senior), |row| {
        row.is_available_for_auto_assignments = Set(false);
        row.availability_message = Set("away".to_owned());
        row.availability_changed_at = Set(Some(ago(1, 0)));
    })
    .await;
    // Half a day less a minute, half a day, a day less a minute, a day; past, and without a deadline.
    let critical = jane.order(OrderStatus::InProgress, due_in(719)).await;
    let urgent = jane.order(OrderStatus::OnRevision, due_in(720)).await;
    jane.order(OrderStatus::Submitted, |order| {
        due_in(1_439)(order);
        order.submitted_at = Set(Some(ago(0, 1)));
    })
    .await;
    jane.order(OrderStatus::UnderEditing, due_in(1_440)).await;
    jane.order(OrderStatus::OnHold, due_in(-1)).await;
    jane.order(OrderStatus::RevisionRequested, |_| ()).await;
    jane.order(OrderStatus::Assigned, due_in(1)).await;
    jane.completed(1, due_in(1)).await;
    joe.order(OrderStatus::InProgress, due_in(1)).await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let answer = reply.json();
    assert_eq!(
        answer["capacity"],
        json!({
            "current_orders": 6, "max_orders": 7, "available_slots": 1, "capacity_percentage": 85.7,
            "capacity_health": "moderate", "is_at_capacity": false, "is_near_capacity": true,
            "can_accept_more": false,
        })
    );
    assert_eq!(
        answer["availability"],
        json!({
            "status": "busy", "is_available_for_auto_assignments": false,
            "last_updated": "2026-04-14T12:00:00Z", "message": "away",
        })
    );
    assert_eq!(
        answer["status_breakdown"],
        json!({
            "in_progress": 1, "on_hold": 1, "revision_requested": 1, "submitted": 1, "under_editing": 1,
            "on_revision": 1,
        })
    );
    assert_eq!(
        answer["workload_estimate"],
        json!({
            "total_pages": 100, "avg_pages_per_order": 16.7, "estimated_hours": 50, "estimated_days": 6.3,
            "urgent_orders_count": 3,
        })
    );
    let deadlines = answer["upcoming_deadlines"].as_array().unwrap();
    assert_eq!(deadlines.len(), 4);
    assert_eq!(
        deadlines[0],
        json!({
            "id": critical.id, "topic": critical.topic, "status": "in_progress",
            "deadline": "2026-04-15T23:59:00Z", "hours_remaining": 12, "days_remaining": 0.5, "pages": 20,
            "is_urgent": true, "is_critical": true,
        })
    );
    assert_eq!(json!([deadlines[1]["id"], deadlines[1]["is_critical"]]), json!([urgent.id, false]));
    let urgency: Vec<&Value> = deadlines.iter().map(|row| &row["is_urgent"]).collect();
    assert_eq!(json!(urgency), json!([true, true, true, false]));
    let advice = answer["recommendations"].as_array().unwrap();
    let kinds: Vec<_> = advice.iter().map(|row| json!([row["type"], row["priority"]])).collect();
    assert_eq!(json!(kinds), json!([["urgent", "high"], ["info", "medium"], ["info", "low"]]));
    assert_eq!(answer["writer_level"], json!({ "name": "Senior", "max_orders": 7 }));

    // Without a profile there are five places.
    let newcomer = Hand::new(&app, site, "nils").await.caller.get(PATH).await;
    newcomer.assert_status(200);
    assert_eq!(newcomer.json()["capacity"]["available_slots"], 5);
    assert_eq!(newcomer.json()["availability"]["status"], "available");
    assert_eq!(newcomer.json()["writer_level"], json!({ "name": "None", "max_orders": 5 }));
    assert_eq!(newcomer.json()["workload_estimate"]["avg_pages_per_order"], 0);
    for_writers_only(&app, site, PATH).await;
}
