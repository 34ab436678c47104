//! `GET client-management/dashboard/enhanced-order-status`

use sea_orm::{Set, prelude::Decimal};
use serde_json::json;
use tally_entity::{OrderStatus, ReviewKind, Role};
use tally_testkit::{TestApp, ago, now};

use super::{client, order};

const STATUS: &str = "/client-management/dashboard/enhanced-order-status/";

#[tokio::test]
async fn an_orders_course_is_told_under_the_names_its_reader_may_know() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let named = |name: &'static str| {
        app.user(Role::Writer, Some(site)).set(move |u| u.username = Set(name.to_owned()))
    };
    let (jane, joe) = (named("jane").insert().await, named("joe").insert().await);
    let mine = order(&app, site, ann.id, |o| {
        (o.topic, o.status, o.assigned_writer_id) =
            (Set("Bees".to_owned()), Set(OrderStatus::OnRevision), Set(Some(jane.id)));
        (o.writer_deadline_at, o.client_deadline_at) =
            (Set(Some(now() + chrono::Duration::hours(36))), Set(Some(now() + chrono::Duration::days(9))));
        o.number_of_pages = Set(7);
    })
    .await;
    let steps = [
        (OrderStatus::Assigned, None, 9),
        (OrderStatus::InProgress, Some(jane.id), 8),
        (OrderStatus::Submitted, Some(jane.id), 30),
        (OrderStatus::RevisionRequested, Some(ann.id), 5),
        (OrderStatus::OnRevision, Some(jane.id), 2),
    ];
    for (hours, (to, by, _)) in (0..).zip(steps) {
        let step = app.order_transition(&mine, to);
        step.set(|t| (t.user_id, t.created_at) = (Set(by), Set(ago(2, -hours)))).insert().await;
    }
    let again = app.order_transition(&mine, OrderStatus::OnHold);
    again.set(|t| (t.created_at, t.action) = (Set(ago(0, 3)), Set("hold".to_owned()))).insert().await;
    let moved = app.order_assignment(&mine, jane.id).set(|a| {
        (a.previous_writer_id, a.reason) = (Set(Some(joe.id)), Set(Some("ill".to_owned())));
    });
    moved.insert().await;
    app.dispute(&mine).insert().await;
    for (stars, shadowed) in [(4, false), (5, false), (1, true)] {
        let review = app.review(site).await.set(|r| {
            (r.kind, r.order_id, r.website_id) = (Set(ReviewKind::Order), Set(Some(mine.id)), Set(site));
            (r.rating, r.is_shadowed) = (Set(Decimal::from(stars)), Set(shadowed));
        });
        review.insert().await;
    }
    let ask = format!("{STATUS}?order_id={}", mine.id);
    let caller = app.sign_in(&ann).await;
    let reply = caller.get(&ask).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 4);
    let answer = reply.json();
    let (pen, joes) = (format!("Writer #{}", jane.id), format!("Writer #{}", joe.id));
    assert_eq!((&answer["order_topic"], &answer["current_status"]), (&json!("Bees"), &json!("on_revision")));
    assert_eq!(answer["progress"]["percentage"], 60);
    let updates = answer["progress"]["recent_updates"].as_array().unwrap();
    let shares: Vec<_> = updates.iter().map(|row| row["progress_percentage"].as_i64().unwrap()).collect();
    assert_eq!((shares, &updates[0]["notes"]), (vec![40, 60, 60, 80, 40], &json!("hold")));
    let expected = json!({ "deadline": "2026-04-17T00:00:00Z", "hours_remaining": 36, "days_remaining": 1.5, "is_overdue": false });
    assert_eq!(answer["estimated_completion"], expected);
    // Two days less four hours ago.
    let expected = json!({
        "writer_id": jane.id, "writer_username": pen, "is_active": false,
        "last_activity": "2026-04-13T16:00:00Z", "hours_since_activity": 44,
    });
    assert_eq!(answer["writer_activity"], expected);
    let revisions: Vec<_> = answer["revision_history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["status"].as_str().unwrap())
        .collect();
    assert_eq!(revisions, ["revision_requested", "on_revision"]);
    let quality =
        json!({ "revision_count": 1, "dispute_count": 1, "has_reviews": true, "average_rating": 4.5 });
    assert_eq!(answer["quality_metrics"], quality);
    let line = answer["status_timeline"].as_array().unwrap();
    assert_eq!((line.len(), &line[0]["actor"], &line[1]["actor"]), (6, &json!("System"), &json!(pen)));
    let expected = json!([{ "timestamp": "2026-04-13T12:00:00Z", "previous_writer": joes, "new_writer": pen, "reason": "ill", "reassigned_by": "System" }]);
    assert_eq!(answer["writer_reassignments"], expected);
    let deadlines = json!({ "client_deadline": "2026-04-24T12:00:00Z", "writer_deadline": null });
    assert_eq!(answer["deadlines"], deadlines);
    assert_eq!(answer["order_details"]["number_of_pages"], 7);

    let seen_by_writer = app.sign_in(&jane).await.get(&ask).await;
    assert_eq!(seen_by_writer.json()["deadlines"]["writer_deadline"], "2026-04-17T00:00:00Z");
    assert_eq!(seen_by_writer.json()["status_timeline"][3]["actor"], format!("Client #{}", ann.id));
    let staff = app.admin(site).await.get(&ask).await;
    assert_eq!(staff.json()["writer_activity"]["writer_username"], "jane");
    for stranger in [app.sign_in(&bob).await, app.sign_in(&joe).await, app.admin(other).await] {
        stranger.get(&ask).await.assert_problem(404, "not-found");
    }
    app.order_request(&mine, joe.id).insert().await;
    app.sign_in(&joe).await.get(&ask).await.assert_status(200);
    caller.get(STATUS).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn without_writer_and_deadline_there_is_nothing_to_expect() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = client(&app, site, "ann").await;
    let caller = app.sign_in(&ann).await;
    let bare = order(&app, site, ann.id, |_| ()).await;
    let reply = caller.get(&format!("{STATUS}?order_id={}", bare.id)).await;
    assert!(reply.json()["estimated_completion"].is_null() && reply.json()["writer_activity"].is_null());
    assert_eq!(reply.json()["progress"], json!({ "percentage": 0, "recent_updates": [] }));
    let late = order(&app, site, ann.id, |o| {
        (o.client_deadline_at, o.writer_deadline_at) =
            (Set(Some(ago(1, 0))), Set(Some(now() + chrono::Duration::hours(1))));
    })
    .await;
    let reply = caller.get(&format!("{STATUS}?order_id={}", late.id)).await;
    let expected = json!({ "deadline": "2026-04-14T12:00:00Z", "hours_remaining": 0, "days_remaining": 0, "is_overdue": true });
    assert_eq!(
        reply.json()["estimated_completion"],
        expected,
        "a writer's deadline counts when there is one"
    );
}
