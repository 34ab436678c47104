//! `POST admin-management/reviews/{approve|reject|flag|shadow}`

use serde_json::{Value, json};
use tally_entity::{ReviewId, ReviewKind, Role, user};
use tally_testkit::{Caller, Reply, TestApp, now};

use super::{Kept, Marks, about, is_settled, logged, marks, pointer, review, settle, the_review, told, with};

async fn act(caller: &Caller<'_>, action: &str, id: ReviewId, more: Value) -> Reply {
    let mut body = json!({ "review_type": "writer", "review_id": id });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    caller.post(&format!("/admin-management/reviews/{action}/"), body).await
}

#[tokio::test]
async fn each_action_leaves_its_marks_and_repeating_it_leaves_nothing() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let boss = app.user(Role::Support, Some(site)).insert().await;
    let desk = app.sign_in(&boss).await;
    // Action, body, what it says; the marks before and after; the columns that the log has.
    let cases: [(&str, Value, &str, Marks, Marks, Value, Value); 5] = [
        (
            "approve",
            json!({ "reason": "fine", "moderation_notes": " read " }),
            "Approved",
            (false, true, true, Some("rude".to_owned())),
            (true, false, false, None),
            json!({ "is_approved": false, "is_shadowed": true, "is_flagged": true, "flag_reason": "rude",
                "moderation_notes": null }),
            json!({ "is_approved": true, "is_shadowed": false, "is_flagged": false, "flag_reason": null,
                "moderation_notes": "read" }),
        ),
        (
            "reject",
            json!({ "reason": "spam" }),
            "Rejected",
            (true, false, false, None),
            (false, true, false, Some("spam".to_owned())),
            json!({ "is_approved": true, "is_shadowed": false, "flag_reason": null }),
            json!({ "is_approved": false, "is_shadowed": true, "flag_reason": "spam" }),
        ),
        (
            "reject",
            json!({}),
            "Rejected",
            (true, false, true, Some("rude".to_owned())),
            (false, true, true, Some("rude".to_owned())),
            json!({ "is_approved": true, "is_shadowed": false }),
            json!({ "is_approved": false, "is_shadowed": true }),
        ),
        (
            "flag",
            json!({ "reason": "odd" }),
            "Flagged",
            (true, false, false, None),
            (true, false, true, Some("odd".to_owned())),
            json!({ "is_flagged": false, "flag_reason": null }),
            json!({ "is_flagged": true, "flag_reason": "odd" }),
        ),
        (
            "shadow",
            json!({}),
            "Shadowed",
            (true, false, false, None),
            (true, true, false, None),
            json!({ "is_shadowed": false }),
            json!({ "is_shadowed": true }),
        ),
    ];
    for (action, body, word, before, after, mut was, mut is) in cases {
        let id = review(&app, site, ReviewKind::Writer, 45, |r| {
            about(writer)(r);
            with(before)(r);
        });
        let id = id.await.id;
        settle(&app).await;
        let kept = Kept::new(&app, site, other).await;
        let reply = act(&desk, action, id, body.clone()).await;
        reply.assert_status(200);
        let expected =
            json!({ "detail": format!("{word} review {id}."), "review_id": id, "review_type": "writer" });
        assert_eq!(reply.json(), &expected);
        let row = the_review(&app, id).await;
        assert_eq!(marks(&row), after, "{action}");
        assert_eq!((row.moderated_at, row.moderated_by_id), (Some(now()), Some(boss.id)));
        is_settled(&app).await;
        kept.fresh().await;

        let entries = logged(&app, id).await;
        let [entry] = &entries[..] else { panic!("{} entries", entries.len()) };
        assert_eq!(
            (&entry.action, entry.action_type.as_str()),
            (&format!("{word} writer review {id}"), "moderated")
        );
        assert_eq!((entry.website_id, entry.actor_id), (Some(site), Some(boss.id)));
        for (columns, at, by) in
            [(&mut was, json!(null), json!(null)), (&mut is, json!(now()), json!(boss.id))]
        {
            (columns["moderated_at"], columns["moderated_by_id"]) = (at, by);
        }
        assert_eq!((&entry.before, &entry.after), (&Some(was), &Some(is)), "{action}");
        let notices = if action == "approve" { vec![(writer, "review.approved".to_owned())] } else { vec![] };
        assert_eq!(told(&app, id).await, notices);

        act(&app.admin(site).await, action, id, body).await.assert_status(200);
        assert_eq!(the_review(&app, id).await, row, "{action} again");
        assert_eq!((logged(&app, id).await.len(), told(&app, id).await), (1, notices));
        kept.unchanged().await;
    }
}

#[tokio::test]
async fn an_approved_review_that_nobody_moderated_is_signed() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let id = review(&app, site, ReviewKind::Website, 50, |_| ()).await.id;
    let admin = app.admin(site).await;
    let body = json!({ "review_type": "website", "review_id": id });
    let reply = admin.post("/admin-management/reviews/approve/", body).await;
    reply.assert_status(200);
    // Whom would it tell?
    assert_eq!((reply.statements(), told(&app, id).await), (2, vec![]));
    assert_eq!(the_review(&app, id).await.moderated_at, Some(now()));
    assert_eq!(
        logged(&app, id).await[0].before,
        Some(json!({ "moderated_at": null, "moderated_by_id": null }))
    );
}

#[tokio::test]
async fn notes_stay_until_there_are_others() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let id = review(&app, site, ReviewKind::Writer, 50, |_| ()).await.id;
    settle(&app).await;
    let admin = app.admin(site).await;
    act(&admin, "shadow", id, json!({ "moderation_notes": "first" })).await.assert_status(200);
    act(&admin, "flag", id, json!({ "reason": "odd", "moderation_notes": "" })).await.assert_status(200);
    assert_eq!(the_review(&app, id).await.moderation_notes.as_deref(), Some("first"));
    act(&admin, "flag", id, json!({ "reason": "odd", "moderation_notes": "second" }))
        .await
        .assert_status(200);
    assert_eq!(the_review(&app, id).await.moderation_notes.as_deref(), Some("second"));
    assert_eq!(logged(&app, id).await.len(), 3);
}

#[tokio::test]
async fn what_is_not_there_or_not_said_is_refused() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let id = review(&app, site, ReviewKind::Writer, 50, |_| ()).await.id;
    let foreign = review(&app, other, ReviewKind::Writer, 50, |_| ()).await.id;
    let of_site = review(&app, site, ReviewKind::Website, 50, |_| ()).await.id;
    let before = the_review(&app, id).await;
    let admin = app.admin(site).await;
    for unknown in [foreign, of_site, ReviewId(987_654_321)] {
        act(&admin, "approve", unknown, json!({})).await.assert_problem(404, "not-found");
    }
    act(&admin, "praise", id, json!({})).await.assert_problem(404, "not-found");
    let missing = act(&admin, "flag", id, json!({ "reason": " " })).await;
    assert_eq!(pointer(&missing), "/reason");
    for (body, expected) in [
        (json!({ "review_id": id }), "/review_type"),
        (json!({ "review_type": "writer" }), "/review_id"),
        (json!({ "review_id": id, "review_type": "job" }), "/review_type"),
        (json!({ "review_id": id, "review_type": "writer", "reason": "x".repeat(1_001) }), "/reason"),
        (
            json!({ "review_id": id, "review_type": "writer", "moderation_notes": "x".repeat(2_001) }),
            "/moderation_notes",
        ),
    ] {
        assert_eq!(pointer(&admin.post("/admin-management/reviews/approve/", body).await), expected);
    }
    for role in [Role::Editor, Role::Writer, Role::Client] {
        let caller = app.role(role, Some(site)).await;
        act(&caller, "approve", id, json!({})).await.assert_problem(403, "forbidden");
    }
    assert_eq!(the_review(&app, id).await, before);
    app.superadmin().await.get("/admin-management/reviews/approve/").await.assert_problem(405, "method");
}

#[tokio::test]
async fn a_repeated_request_is_answered_and_not_done_again() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let id = review(&app, site, ReviewKind::Writer, 50, |_| ()).await.id;
    settle(&app).await;
    let admin = app.admin(site).await;
    let once = admin.clone().header("idempotency-key", "k");
    let first = act(&once, "reject", id, json!({})).await;
    first.assert_status(200);
    act(&admin, "approve", id, json!({})).await.assert_status(200);
    let again = act(&once, "reject", id, json!({})).await;
    assert_eq!((again.json(), again.header("idempotent-replayed")), (first.json(), "true"));
    assert!(the_review(&app, id).await.is_approved);
    is_settled(&app).await;
}

/// Many at the same time about the same writer: no part of the rating is lost.
#[tokio::test]
async fn ratings_follow_everybody_who_moderates_at_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer: user::Model = app.user(Role::Writer, Some(site)).insert().await;
    let mut reviews = Vec::new();
    for tenths in 10..30 {
        let row = review(&app, site, ReviewKind::Writer, tenths, |r| {
            about(writer.id)(r);
            with((tenths % 2 == 0, false, false, None))(r);
        });
        reviews.push(row.await.id);
    }
    settle(&app).await;
    let admin = app.admin(site).await;
    let one = |id: &ReviewId| act(&admin, if id.0 % 3 == 0 { "approve" } else { "reject" }, *id, json!({}));
    // The same review twice, too: one of the two waits and finds it done.
    let replies = futures::future::join_all(reviews.iter().chain(&reviews[..5]).map(one)).await;
    assert!(replies.iter().all(|reply| reply.status == 200));
    is_settled(&app).await;
    assert!(the_review(&app, reviews[0]).await.moderated_at.is_some());
}
