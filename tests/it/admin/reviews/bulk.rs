//! `POST admin-management/reviews/bulk-approve` and `bulk-reject`

use serde_json::{Value, json};
use tally_entity::{ReviewKind, Role};
use tally_testkit::{TestApp, now};

use super::{Kept, about, is_settled, logged, marks, pointer, review, settle, the_review, told, with};

const APPROVE: &str = "/admin-management/reviews/bulk-approve/";
const REJECT: &str = "/admin-management/reviews/bulk-reject/";

#[tokio::test]
async fn those_that_exist_are_decided_about_with_three_statements() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (jane, joe) =
        (app.user_id(Role::Writer, Some(site)).await, app.user_id(Role::Writer, Some(site)).await);
    let waiting = async |site, writer, tenths| {
        let row = review(&app, site, ReviewKind::Writer, tenths, |r| {
            about(writer)(r);
            with((false, false, true, Some("odd".to_owned())))(r);
        });
        row.await.id
    };
    let first = waiting(site, jane, 35).await;
    let second = waiting(site, jane, 41).await;
    let third = waiting(site, joe, 20).await;
    let foreign = waiting(other, joe, 50).await;
    let of_site = review(&app, site, ReviewKind::Website, 50, with((false, false, false, None))).await.id;
    settle(&app).await;
    let kept = Kept::new(&app, site, other).await;
    let boss = app.user(Role::Support, Some(site)).insert().await;
    let desk = app.sign_in(&boss).await;

    let ids = [third.0, first.0, foreign.0, first.0, of_site.0, second.0, 987_654_321];
    let body = json!({ "review_ids": ids, "review_type": "writer", "moderation_notes": "ok" });
    let reply = desk.post(APPROVE, body.clone()).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let failed = |id: i64| json!({ "review_id": id, "error": "There is no such review." });
    assert_eq!(
        reply.json(),
        &json!({ "detail": "3 reviews approved, 3 not.", "approved": [third, first, second],
            "failed": [failed(foreign.0), failed(of_site.0), failed(987_654_321)] })
    );
    for (id, writer) in [(first, jane), (second, jane), (third, joe)] {
        let row = the_review(&app, id).await;
        assert_eq!((marks(&row), row.moderation_notes.as_deref()), ((true, false, false, None), Some("ok")));
        assert_eq!((row.moderated_at, row.moderated_by_id), (Some(now()), Some(boss.id)));
        assert_eq!(told(&app, id).await, [(writer, "review.approved".to_owned())]);
        let entries = logged(&app, id).await;
        assert_eq!((entries.len(), &entries[0].action), (1, &format!("Approved writer review {id}")));
        let before = entries[0].before.as_ref().unwrap();
        assert_eq!((&before["flag_reason"], before.get("is_shadowed")), (&json!("odd"), None));
        assert_eq!(entries[0].after.as_ref().unwrap()["is_approved"], true);
    }
    assert!(the_review(&app, foreign).await.is_flagged && !the_review(&app, of_site).await.is_approved);
    is_settled(&app).await;
    let (summary, totals) = kept.fresh().await;
    assert_eq!(
        (&summary["approved_reviews"]["writer"], &summary["flagged_reviews"]["writer"]),
        (&json!(3), &json!(0))
    );
    assert_eq!(
        totals["writer"],
        json!({ "total": 3, "approved": 3, "pending": 0, "flagged": 0, "shadowed": 0, "avg_rating": 3.2 })
    );

    let again = desk.post(APPROVE, body).await;
    assert_eq!((again.json(), again.statements()), (reply.json(), 1));
    assert_eq!(logged(&app, first).await.len(), 1);
    kept.unchanged().await;

    let body = json!({ "review_ids": [first, second], "review_type": "writer", "reason": "spam" });
    let reply = desk.post(REJECT, body.clone()).await;
    assert_eq!(
        reply.json(),
        &json!({ "detail": "2 reviews rejected.", "rejected": [first, second], "failed": [] })
    );
    assert_eq!(marks(&the_review(&app, second).await), (false, true, false, Some("spam".to_owned())));
    assert_eq!((told(&app, first).await.len(), logged(&app, first).await.len()), (1, 2));
    is_settled(&app).await;
    let (summary, _) = kept.fresh().await;
    assert_eq!(summary["approved_reviews"]["writer"], 1);
    desk.post(REJECT, body).await.assert_status(200);
    kept.unchanged().await;
    is_settled(&app).await;
}

#[tokio::test]
async fn superadmins_reach_every_website_and_the_number_of_reviews_is_no_statement() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let mut ids = Vec::new();
    for number in 0..30 {
        let site = if number % 2 == 0 { site } else { other };
        ids.push(
            review(&app, site, ReviewKind::Writer, 10 + number, with((false, false, false, None))).await.id,
        );
    }
    let root = app.superadmin().await;
    let here = root
        .post(&format!("{APPROVE}?website_id={site}"), json!({ "review_ids": ids, "review_type": "writer" }))
        .await;
    assert_eq!((here.json()["approved"].as_array().unwrap().len(), here.statements()), (15, 3));
    let all = root.post(REJECT, json!({ "review_ids": ids, "review_type": "writer" })).await;
    // Nobody is told about rejections.
    assert_eq!((all.json()["rejected"].as_array().unwrap().len(), all.statements()), (30, 2));
    is_settled(&app).await;
}

/// Those who take the same reviews, and people, in another order wait for each other, but not in a circle.
#[tokio::test]
async fn bulks_that_meet_leave_the_ratings_that_their_rows_say() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let mut writers = Vec::new();
    for _ in 0..4 {
        writers.push(app.user_id(Role::Writer, Some(site)).await);
    }
    let mut ids = Vec::new();
    for number in 0..24_i64 {
        let writer = writers[usize::try_from(number * 7 % 4).unwrap()];
        let row = review(&app, site, ReviewKind::Writer, 10 + number, |r| {
            about(writer)(r);
            with((number % 3 == 0, false, false, None))(r);
        });
        ids.push(row.await.id);
    }
    settle(&app).await;
    let admin = app.admin(site).await;
    let bulk = |number: usize| {
        let mut ids = ids.clone();
        ids.rotate_left(4 * number);
        if number.is_multiple_of(2) {
            ids.reverse();
        }
        let path = if number.is_multiple_of(3) { APPROVE } else { REJECT };
        admin.post(path, json!({ "review_ids": ids[..16].to_vec(), "review_type": "writer" }))
    };
    let replies = futures::future::join_all([0, 1, 2, 3, 4, 5].map(bulk)).await;
    for reply in replies {
        reply.assert_status(200);
        assert_eq!(reply.json()["failed"], json!([]));
    }
    is_settled(&app).await;
}

#[tokio::test]
async fn what_is_sent_must_fit() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.admin(site).await;
    for path in [APPROVE, REJECT] {
        for (body, expected) in [
            (json!({ "review_ids": [], "review_type": "writer" }), "/review_ids"),
            (json!({ "review_ids": vec![1; 201], "review_type": "writer" }), "/review_ids"),
            (json!({ "review_type": "writer" }), "/review_ids"),
            (json!({ "review_ids": [1] }), "/review_type"),
            (json!({ "review_ids": [1], "review_type": "job" }), "/review_type"),
            (json!({ "review_ids": [1], "review_type": "order", "reason": "x".repeat(1_001) }), "/reason"),
        ] {
            assert_eq!(pointer(&admin.post(path, body).await), expected);
        }
        let most = admin.post(path, json!({ "review_ids": vec![1; 200], "review_type": "writer" })).await;
        most.assert_status(200);
        assert_eq!(most.json()["failed"].as_array().map(Vec::len), Some(1));
        let editor = app.role(Role::Editor, Some(site)).await;
        editor.post(path, json!({})).await.assert_problem(403, "forbidden");
    }
}

#[tokio::test]
async fn a_repeated_request_is_answered_as_before() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let id = review(&app, site, ReviewKind::Order, 50, with((false, false, false, None))).await.id;
    let once = app.admin(site).await.header("idempotency-key", "k");
    let body: Value = json!({ "review_ids": [id], "review_type": "order" });
    let first = once.post(APPROVE, body.clone()).await;
    let again = once.post(APPROVE, body).await;
    assert_eq!((again.json(), again.header("idempotent-replayed")), (first.json(), "true"));
    assert_eq!(logged(&app, id).await.len(), 1);
}
