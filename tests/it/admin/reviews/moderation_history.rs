//! `GET admin-management/reviews/moderation-history`

use chrono::Duration;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{ReviewId, ReviewKind, Role};
use tally_testkit::{Reply, TestApp, ago, now};

use super::{about, pointer, review, settle, with};

const HISTORY: &str = "/admin-management/reviews/moderation-history/";

fn of(id: ReviewId) -> String {
    format!("{HISTORY}?review_type=writer&review_id={id}")
}

fn history(reply: &Reply) -> Vec<Value> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    reply.json()["history"].as_array().unwrap().clone()
}

/// What happened to which review.
fn actions(history: &[Value]) -> Vec<(&str, i64)> {
    history.iter().map(|e| (e["action"].as_str().unwrap(), e["review_id"].as_i64().unwrap())).collect()
}

fn decided(
    approved: bool,
    shadowed: bool,
    flagged: bool,
    reason: Option<&str>,
    notes: Option<&str>,
) -> Value {
    json!({ "is_approved": approved, "is_shadowed": shadowed, "is_flagged": flagged, "flag_reason": reason,
        "moderation_notes": notes })
}

#[tokio::test]
async fn every_decision_is_told_with_the_marks_that_it_left() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let row = review(&app, site, ReviewKind::Writer, 45, |r| {
        with((false, false, false, None))(r);
        r.comment = Set("fine".to_owned());
    });
    let id = row.await.id;
    settle(&app).await;
    let boss =
        app.user(Role::Support, Some(site)).set(|u| u.username = Set("boss".to_owned())).insert().await;
    let desk = app.sign_in(&boss).await;
    let act = async |action: &str, mut body: Value| {
        (body["review_type"], body["review_id"]) = (json!("writer"), json!(id));
        desk.post(&format!("/admin-management/reviews/{action}/"), body).await.assert_status(200);
    };
    act("approve", json!({ "moderation_notes": "first" })).await;
    act("flag", json!({ "reason": "odd" })).await;
    act("shadow", json!({})).await;
    act("reject", json!({ "reason": "spam", "moderation_notes": "second" })).await;
    let body = json!({ "is_flagged": false });
    desk.post(&format!("/reviews/writer-reviews/{id}/moderate/"), body).await.assert_status(200);

    let reply = desk.get(&of(id)).await;
    let events = history(&reply);
    assert_eq!((&reply.json()["review_id"], &reply.json()["review_type"]), (&json!(id), &json!("writer")));
    let id = id.0;
    let expected =
        ["moderated", "rejected", "shadowed", "flagged", "approved", "submitted"].map(|word| (word, id));
    assert_eq!(actions(&events), expected);
    let details: Vec<_> = events.iter().map(|event| event["details"].clone()).collect();
    assert_eq!(
        details,
        [
            decided(false, true, false, None, Some("second")),
            decided(false, true, true, Some("spam"), Some("second")),
            decided(true, true, true, Some("odd"), Some("first")),
            decided(true, false, true, Some("odd"), Some("first")),
            decided(true, false, false, None, Some("first")),
            json!({ "rating": 4.5, "has_comment": true }),
        ]
    );
    assert_eq!((&events[0]["moderator"], &events[0]["review_type"]), (&json!("boss"), &json!("writer")));
    assert_eq!((&events[5]["moderator"], &events[5]["timestamp"]), (&json!(null), &json!(ago(10, 0))));
    let two = history(&desk.get(&format!("{}&limit=2", of(ReviewId(id)))).await);
    assert_eq!(two, events[..2]);
}

#[tokio::test]
async fn what_the_log_does_not_know_is_read_from_the_row() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let boss = app.user(Role::Admin, Some(site)).set(|u| u.username = Set("boss".to_owned())).insert().await;
    let admin = app.sign_in(&boss).await;
    let why = || Some("odd".to_owned());
    for (marks, word) in [
        ((true, false, false, None), "approved"),
        ((false, true, false, why()), "rejected"),
        ((true, true, false, None), "shadowed"),
        ((true, true, true, why()), "flagged"),
        ((false, false, false, None), "moderated"),
    ] {
        let (approved, shadowed, flagged, reason) = marks.clone();
        let row = review(&app, site, ReviewKind::Writer, 50, |r| {
            with(marks)(r);
            (r.moderated_at, r.moderated_by_id) = (Set(Some(ago(2, 0))), Set(Some(boss.id)));
        });
        let id = row.await.id;
        let events = history(&admin.get(&of(id)).await);
        assert_eq!(actions(&events), [(word, id.0), ("submitted", id.0)]);
        assert_eq!(events[0]["details"], decided(approved, shadowed, flagged, reason.as_deref(), None));
        assert_eq!((&events[0]["timestamp"], &events[0]["moderator"]), (&json!(ago(2, 0)), &json!("boss")));
        assert_eq!(events[1]["details"], json!({ "rating": 5, "has_comment": false }));
    }
    let new = review(&app, site, ReviewKind::Writer, 50, |_| ()).await.id;
    assert_eq!(actions(&history(&admin.get(&of(new)).await)), [("submitted", new.0)]);
}

/// A writer's objection is in no log, but it changes the marks.
#[tokio::test]
async fn an_objection_does_not_reach_back() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let row = review(&app, site, ReviewKind::Writer, 10, |r| {
        with((true, false, true, Some("Disputed by writer".to_owned())))(r);
        (r.moderated_at, r.disputed_at) = (Set(Some(ago(1, 0))), Set(Some(ago(3, 0))));
    });
    let id = row.await.id;
    let log = async |days, action: &str, before: Value, after: Value| {
        let action = format!("{action} writer review {id}");
        let row = app.audit_log(Some(site)).set(|log| {
            (log.action, log.action_type) = (Set(action), Set("moderated".to_owned()));
            (log.target_type, log.target_id) = (Set(Some("review".to_owned())), Set(Some(id.0)));
            (log.before, log.after, log.created_at) =
                (Set(Some(before)), Set(Some(after)), Set(ago(days, 0)));
        });
        row.insert().await;
    };
    log(4, "Approved", json!({ "is_approved": false }), json!({ "is_approved": true })).await;
    log(1, "Moderated", json!({ "moderation_notes": null }), json!({ "moderation_notes": "no" })).await;
    // Something else that was done to it, or to something else of the same number.
    let other = |log: &mut tally_entity::audit_log::ActiveModel| {
        (log.target_type, log.target_id) = (Set(Some("review".to_owned())), Set(Some(id.0)));
    };
    app.audit_log(Some(site)).set(other).insert().await;
    app.audit_log(Some(site))
        .set(other)
        .set(|log| {
            (log.target_type, log.action_type) = (Set(Some("tip".to_owned())), Set("moderated".to_owned()));
        })
        .insert()
        .await;
    let events = history(&app.admin(site).await.get(&of(id)).await);
    assert_eq!(actions(&events), [("moderated", id.0), ("approved", id.0), ("submitted", id.0)]);
    assert_eq!(events[0]["details"], decided(true, false, true, Some("Disputed by writer"), Some("no")));
    assert_eq!(events[1]["details"], decided(true, false, false, None, None));
}

#[tokio::test]
async fn without_a_review_it_is_about_those_moderated_last() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let moderated = async |site, kind, at| {
        let row = review(&app, site, kind, 50, |r| {
            (r.moderated_at, r.submitted_at) = (Set(Some(at)), Set(ago(400, 0)));
        });
        row.await.id.0
    };
    let tick = Duration::microseconds(1);
    let last = moderated(site, ReviewKind::Order, ago(1, 0)).await;
    let month = moderated(site, ReviewKind::Website, ago(30, 0)).await;
    let older = moderated(site, ReviewKind::Order, ago(30, 0) - tick).await;
    let foreign = moderated(other, ReviewKind::Order, now()).await;
    review(&app, site, ReviewKind::Order, 50, |_| ()).await;
    let admin = app.admin(site).await;
    let reply = admin.get(HISTORY).await;
    let events = history(&reply);
    assert_eq!((&reply.json()["review_id"], &reply.json()["review_type"]), (&json!(null), &json!(null)));
    let new = |id| ("submitted", id);
    assert_eq!(actions(&events), [("approved", last), ("approved", month), new(month), new(last)]);
    let longer = history(&admin.get(&format!("{HISTORY}?days=31&limit=3")).await);
    assert_eq!(actions(&longer), [("approved", last), ("approved", month), ("approved", older)]);
    let shorter = history(&admin.get(&format!("{HISTORY}?days=0")).await);
    assert_eq!(actions(&shorter), [("approved", last), new(last)]);
    let all = history(&app.superadmin().await.get(&format!("{HISTORY}?limit=1")).await);
    assert_eq!(actions(&all), [("approved", foreign)]);
    let empty = app.role(Role::Support, Some(app.website("gamma").await)).await;
    assert_eq!(history(&empty.get(HISTORY).await), [json!(null); 0]);
}

#[tokio::test]
async fn a_review_is_named_wholly_and_must_exist() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let id = review(&app, site, ReviewKind::Writer, 50, about(writer)).await.id;
    let foreign = review(&app, other, ReviewKind::Writer, 50, |_| ()).await.id;
    let admin = app.admin(site).await;
    assert_eq!(pointer(&admin.get(&format!("{HISTORY}?review_type=writer")).await), "?review_id");
    assert_eq!(pointer(&admin.get(&format!("{HISTORY}?review_id={id}")).await), "?review_type");
    assert_eq!(
        pointer(&admin.get(&format!("{HISTORY}?review_type=job&review_id={id}")).await),
        "?review_type"
    );
    admin.get(&of(foreign)).await.assert_problem(404, "not-found");
    admin.get(&format!("{HISTORY}?review_type=order&review_id={id}")).await.assert_problem(404, "not-found");
    app.role(Role::Editor, Some(site)).await.get(HISTORY).await.assert_problem(403, "forbidden");
}
