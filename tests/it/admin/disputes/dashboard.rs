//! `GET admin-management/disputes/dashboard`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{DisputeReason, DisputeStatus, ResolutionOutcome, Role};
use tally_testkit::{TestApp, ago, now};

use super::{DASHBOARD, TICK, raised, resolved};

#[tokio::test]
async fn every_figure_is_of_the_disputes_of_the_scope() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann =
        app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await.id;
    let jane = app.user_id(Role::Writer, Some(site)).await;
    let order = app.order(site).set(|o| {
        o.topic = Set("Tides".to_owned());
        (o.client_id, o.assigned_writer_id) = (Set(Some(ann)), Set(Some(jane)));
    });
    let order = order.insert().await;
    let open = app.dispute(&order).set(raised(ago(1, 0))).set(|d| {
        (d.raised_by_id, d.reason_code) = (Set(Some(ann)), Set(DisputeReason::Quality));
        d.reason = Set("thin".to_owned());
    });
    let open = open.insert().await.id;
    let answered =
        app.dispute(&order).set(raised(ago(2, 0))).set(|d| d.writer_responded_at = Set(Some(ago(1, 0))));
    let answered = answered.insert().await.id;
    let taken = app.dispute(&order).set(raised(ago(3, 0))).set(|d| d.status = Set(DisputeStatus::Assigned));
    let taken = taken.insert().await.id;
    let won = ResolutionOutcome::ClientWins;
    // Ten hours, and a month ago to the instant; then twenty minutes, and a tick before that.
    let last = app.dispute(&order).set(resolved(ago(30, 10), ago(30, 0), won)).insert().await.id;
    let early = ago(30, 0) - TICK;
    let old = app.dispute(&order).set(resolved(early - chrono::Duration::minutes(20), early, won));
    let old = old.set(|d| d.reason_code = Set(DisputeReason::Late)).insert().await.id;
    let ended = app.dispute(&order).set(resolved(ago(365, 0), now(), won)).insert().await.id;
    let elsewhere = app.order(other).insert().await;
    app.dispute(&elsewhere).insert().await;

    let support = app.role(Role::Support, Some(site)).await;
    let reply = support.get(DASHBOARD).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 4);
    let body = reply.json();
    // (10 h + 20 min + 365 days) / 3, in hours: 365 × 24 = 8760.
    let summary = json!({ "total_disputes": 6, "pending_disputes": 2, "resolved_recent": 1, "resolved_this_month": 1,
        "awaiting_response": 1, "average_resolution_hours": 2923.44 });
    assert_eq!(body["summary"], summary);
    assert_eq!(body["status_breakdown"], json!({ "open": 2, "assigned": 1, "resolved": 3 }));
    assert_eq!(body["reason_breakdown"], json!({ "quality": 1, "late": 1, "other": 4 }));
    // The last but one began a year ago, which is more than 52 weeks.
    let weeks = json!([{ "week": "2026-03-16", "count": 2 }, { "week": "2026-04-06", "count": 1 }, { "week": "2026-04-13", "count": 2 }]);
    assert_eq!(body["weekly_trends"], weeks);
    let ids: Vec<_> =
        body["recent_disputes"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, [open, answered, taken, old, last, ended].map(|id| json!(id)));
    let row = json!({ "id": open, "order_id": order.id, "order_topic": "Tides", "raised_by": "ann", "status": "open",
        "created_at": "2026-04-14T12:00:00Z" });
    assert_eq!((&body["recent_disputes"][0], &body["recent_disputes"][1]["raised_by"]), (&row, &json!(null)));
    let row = json!({ "id": open, "order_id": order.id, "order_topic": "Tides", "reason": "thin", "dispute_status": "open",
        "created_at": "2026-04-14T12:00:00Z", "client_id": ann, "writer_id": jane });
    let pending = body["pending_disputes_list"].as_array().unwrap();
    assert_eq!((pending.len(), &pending[0], &pending[1]["id"]), (2, &row, &json!(answered)));

    let alias = support.get("/admin-management/disputes/dashboard/dashboard/").await;
    assert_eq!((alias.statements(), alias.json()), (0, body));
    assert_eq!(app.superadmin().await.get(DASHBOARD).await.json()["summary"]["total_disputes"], 7);
    support.get(&format!("{DASHBOARD}?website_id={other}")).await.assert_problem(404, "not-found");
    app.role(Role::Editor, Some(site)).await.get(DASHBOARD).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn lists_are_short_and_nothing_is_no_average() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.admin(site).await;
    let empty = admin.get(DASHBOARD).await;
    assert_eq!(empty.json()["summary"]["average_resolution_hours"], json!(null));
    assert_eq!((&empty.json()["weekly_trends"], &empty.json()["status_breakdown"]), (&json!([]), &json!({})));
    let order = app.order(site).insert().await;
    let mut ids = Vec::new();
    for _ in 0..22 {
        // All at the same instant: the last one first.
        ids.insert(0, app.dispute(&order).insert().await.id);
    }
    app.sweep().await;
    let reply = admin.get(DASHBOARD).await;
    assert_eq!(reply.statements(), 4);
    let listed = |name: &str| {
        let rows = reply.json()[name].as_array().unwrap();
        rows.iter().map(|row| row["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    assert_eq!(listed("recent_disputes"), ids[..10]);
    assert_eq!(listed("pending_disputes_list"), ids[..20]);
}

#[tokio::test]
async fn names_and_topics_are_those_of_now() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let order = app.order(site).insert().await;
    app.dispute(&order).set(|d| d.raised_by_id = Set(Some(ann.id))).insert().await;
    let admin = app.admin(site).await;
    app.sweep().await;
    admin.get(DASHBOARD).await.assert_status(200);
    let path = format!("/admin-management/user-management/{}/", ann.id);
    admin.patch(&path, json!({ "username": "anna" })).await.assert_status(200);
    let reply = admin.get(DASHBOARD).await;
    assert_eq!((reply.statements(), &reply.json()["recent_disputes"][0]["raised_by"]), (4, &json!("anna")));
}
