//! `GET writer-management/dashboard/performance`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, ReviewKind, order};
use tally_testkit::{TestApp, ago};

use super::hands::{Hand, for_writers_only, is_kept};

const PATH: &str = "/writer-management/dashboard/performance/";

/// Completed three days ago and handed in an hour earlier; the client was told this deadline.
fn due(hours: i64) -> impl FnOnce(&mut order::ActiveModel) {
    move |order| order.client_deadline_at = Set(Some(ago(3, 1) + chrono::Duration::hours(hours)))
}

#[tokio::test]
async fn orders_are_counted_by_the_day_they_came_in() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (Hand::new(&app, site, "jane").await, Hand::new(&app, site, "joe").await);
    // To the second on time, an hour late, and without any deadline.
    jane.completed(3, due(0)).await;
    jane.completed(3, due(-1)).await;
    jane.completed(3, |order| order.created_at = Set(ago(12, 0))).await;
    // The writer's own deadline counts only where the client was told none.
    jane.completed(3, |order| {
        due(5)(order);
        order.writer_deadline_at = Set(Some(ago(5, 0)));
    })
    .await;
    jane.order(OrderStatus::RevisionRequested, |_| ()).await;
    jane.order(OrderStatus::Revised, |_| ()).await;
    jane.order(OrderStatus::InProgress, |order| order.created_at = Set(ago(31, 0))).await;
    joe.completed(3, due(-1)).await;
    jane.review(45, 3, |_| ()).await;
    jane.review(40, 4, |review| review.is_approved = Set(false)).await;
    jane.review(10, 31, |_| ()).await;
    jane.review(10, 3, |review| review.is_shadowed = Set(true)).await;
    joe.review(10, 3, |_| ()).await;
    app.sweep().await;

    let reply = jane.caller.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    assert_eq!(
        *reply.json(),
        json!({
            "total_orders": 6, "completed_orders": 4, "on_time_orders": 2, "late_orders": 1, "revised_orders": 2,
            "active_orders": 2, "completion_rate": 66.7, "on_time_rate": 50, "revision_rate": 33.3,
            "avg_rating": 4.25, "total_reviews": 2,
            "performance_trend": [
                { "date": "2026-04-03", "completed": 1, "total": 1 },
                { "date": "2026-04-05", "completed": 3, "total": 5 },
            ],
        })
    );
    let empty = Hand::new(&app, site, "nils").await.caller.get(PATH).await;
    let figures = ["completion_rate", "on_time_rate", "revision_rate", "avg_rating", "total_reviews"];
    assert_eq!(json!(figures.map(|name| &empty.json()[name])), json!([0, 0, 0, null, 0]));

    assert!(is_kept(&jane.caller.get(PATH).await));
    joe.review(20, 1, |_| ()).await;
    joe.completed(3, |_| ()).await;
    app.sweep().await;
    assert!(is_kept(&jane.caller.get(PATH).await));
    jane.review(50, 1, |review| review.kind = Set(ReviewKind::Writer)).await;
    app.sweep().await;
    assert_eq!(jane.caller.get(PATH).await.json()["avg_rating"], json!(4.5));
    for_writers_only(&app, site, PATH).await;
}
