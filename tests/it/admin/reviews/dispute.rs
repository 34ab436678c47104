//! `POST reviews/{kind}-reviews/{id}/dispute`

use sea_orm::{EntityTrait as _, Set};
use serde_json::json;
use tally_entity::{ReviewId, ReviewKind, Role, notification};
use tally_testkit::{TestApp, ago, now};

use super::{Kept, about, ids, is_settled, logged, marks, pointer, review, settle, the_review, told, with};

fn path(kind: &str, id: ReviewId) -> String {
    format!("/reviews/{kind}-reviews/{id}/dispute/")
}

#[tokio::test]
async fn a_writer_objects_and_the_review_goes_into_the_queue() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let jane = app.user(Role::Writer, Some(site)).set(|u| u.username = Set("jane".to_owned())).insert().await;
    let boss = app.user_id(Role::Admin, Some(site)).await;
    let root = app.user_id(Role::Superadmin, None).await;
    app.user_id(Role::Support, Some(site)).await;
    let before = review(&app, site, ReviewKind::Writer, 10, about(jane.id)).await;
    settle(&app).await;
    let kept = Kept::new(&app, site, other).await;
    let writer = app.sign_in(&jane).await;
    let reply = writer.post(&path("writer", before.id), json!({ "reason": " not mine " })).await;
    reply.assert_status(200);
    let row = the_review(&app, before.id).await;
    assert_eq!(marks(&row), (true, false, true, Some("Disputed by writer".to_owned())));
    assert_eq!((row.disputed_at, row.dispute_reason.as_deref()), (Some(now()), Some("not mine")));
    assert_eq!((row.moderated_at, row.moderated_by_id), (None, None));
    let shown = reply.json();
    assert_eq!((&shown["disputed_at"], &shown["dispute_reason"]), (&json!(now()), &json!("not mine")));
    assert_eq!(shown["reviewer"]["username"], format!("Client #{}", before.reviewer_id));
    let told: Vec<_> = told(&app, before.id).await;
    // Those two, and the admin who looks at the kept figures.
    assert_eq!(told.len(), 3);
    assert!(
        told.contains(&(boss, "review.disputed".to_owned())) && told.iter().any(|(user, _)| *user == root)
    );
    let notice = notification::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!(notice.body, format!("jane objects to review {}.", before.id));
    assert!(
        logged(&app, before.id).await.is_empty(),
        "what writers do about their own rows is not written down"
    );
    is_settled(&app).await;
    let (summary, totals) = kept.fresh().await;
    assert_eq!((&summary["flagged_reviews"]["writer"], &totals["writer"]["flagged"]), (&json!(1), &json!(1)));
    let queue = app.admin(site).await.get("/admin-management/reviews/moderation-queue/?status=flagged").await;
    assert_eq!(ids(&queue.json()["reviews"]), [before.id.0]);

    let again = writer.post(&path("writer", before.id), json!({ "reason": "really" })).await;
    again.assert_problem(409, "conflict");
    assert_eq!(the_review(&app, before.id).await, row);
}

#[tokio::test]
async fn nobody_objects_to_what_is_not_about_him() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = app.user(Role::Writer, Some(site)).insert().await;
    let rival = app.user_id(Role::Writer, Some(site)).await;
    let others = review(&app, site, ReviewKind::Writer, 10, about(rival)).await.id;
    let of_site = review(&app, site, ReviewKind::Website, 10, |_| ()).await.id;
    let hidden = review(&app, site, ReviewKind::Writer, 10, |r| {
        about(jane.id)(r);
        with((true, true, false, None))(r);
    });
    let hidden = hidden.await.id;
    let own = review(&app, site, ReviewKind::Order, 10, about(jane.id)).await.id;
    let writer = app.sign_in(&jane).await;
    let body = json!({ "reason": "not mine" });
    for address in
        [path("writer", others), path("website", of_site), path("writer", hidden), path("writer", own)]
    {
        writer.post(&address, body.clone()).await.assert_problem(404, "not-found");
    }
    for reason in [json!("no"), json!("x".repeat(1_001)), json!(null)] {
        let reply = writer.post(&path("order", own), json!({ "reason": reason })).await;
        assert_eq!(pointer(&reply), "/reason");
    }
    for role in [Role::Superadmin, Role::Admin, Role::Support, Role::Editor, Role::Client] {
        let caller = app.role(role, (role != Role::Superadmin).then_some(site)).await;
        caller.post(&path("order", own), body.clone()).await.assert_problem(403, "forbidden");
    }
    let once = writer.header("idempotency-key", "k");
    let first = once.post(&path("order", own), body.clone()).await;
    first.assert_status(200);
    let again = once.post(&path("order", own), body).await;
    assert_eq!((again.json(), again.header("idempotent-replayed")), (first.json(), "true"));
}

#[tokio::test]
async fn an_objection_says_nothing_about_what_was_decided_before() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = app.user(Role::Writer, Some(site)).insert().await;
    let row = review(&app, site, ReviewKind::Writer, 10, |r| {
        about(jane.id)(r);
        with((false, false, true, Some("odd".to_owned())))(r);
        (r.moderated_at, r.moderation_notes) = (Set(Some(ago(1, 0))), Set(Some("look".to_owned())));
    });
    let id = row.await.id;
    let reply = app.sign_in(&jane).await.post(&path("writer", id), json!({ "reason": "not mine" })).await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["moderation_notes"], &reply.json()["moderated_by"]),
        (&json!(null), &json!(null))
    );
    let row = the_review(&app, id).await;
    assert_eq!(marks(&row), (false, false, true, Some("Disputed by writer".to_owned())));
    assert_eq!((row.moderated_at, row.moderation_notes.as_deref()), (Some(ago(1, 0)), Some("look")));
}
