//! `POST reviews/{kind}-reviews/{id}/moderate` and `DELETE reviews/{kind}-reviews/{id}`

use sea_orm::EntityTrait as _;
use serde_json::json;
use tally_entity::{ReviewId, ReviewKind, Role, review as table};
use tally_testkit::{TestApp, now};

use super::{Kept, about, is_settled, logged, marks, pointer, review, settle, the_review, told, with};

fn path(id: ReviewId) -> String {
    format!("/reviews/writer-reviews/{id}/")
}

#[tokio::test]
async fn marks_are_set_one_by_one() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let id = review(&app, site, ReviewKind::Writer, 45, about(writer)).await.id;
    settle(&app).await;
    let boss = app.user(Role::Support, Some(site)).insert().await;
    let desk = app.sign_in(&boss).await;
    let kept = Kept::new(&app, site, other).await;
    let moderate = async |body| desk.post(&format!("{}moderate/", path(id)), body).await;

    let reply =
        moderate(json!({ "is_flagged": true, "flag_reason": " odd ", "moderation_notes": "look" })).await;
    reply.assert_status(200);
    assert_eq!(reply.json(), app.admin(site).await.get(&path(id)).await.json());
    let shown = reply.json();
    assert_eq!(
        (&shown["is_flagged"], &shown["flag_reason"], &shown["is_approved"]),
        (&json!(true), &json!("odd"), &json!(true))
    );
    assert_eq!((&shown["moderation_notes"], &shown["moderated_by"]), (&json!("look"), &json!(boss.username)));
    let (summary, _) = kept.fresh().await;
    assert_eq!(summary["flagged_reviews"]["writer"], 1);
    let entries = logged(&app, id).await;
    assert_eq!(
        (entries[0].action.as_str(), entries[0].action_type.as_str()),
        (format!("Moderated writer review {id}").as_str(), "moderated")
    );
    assert_eq!(
        entries[0].before,
        Some(
            json!({ "is_flagged": false, "flag_reason": null, "moderation_notes": null, "moderated_at": null, "moderated_by_id": null })
        )
    );

    moderate(json!({ "is_shadowed": true })).await.assert_status(200);
    assert_eq!(marks(&the_review(&app, id).await), (true, true, true, Some("odd".to_owned())));
    is_settled(&app).await;
    moderate(json!({ "is_shadowed": true })).await.assert_status(200);
    assert_eq!(logged(&app, id).await.len(), 2, "it was so already");
    moderate(json!({ "is_flagged": false, "is_shadowed": false })).await.assert_status(200);
    assert_eq!(marks(&the_review(&app, id).await), (true, false, false, None));
    moderate(json!({ "is_approved": false, "flag_reason": "later" })).await.assert_status(200);
    assert_eq!(marks(&the_review(&app, id).await), (false, false, false, Some("later".to_owned())));
    is_settled(&app).await;
    let (summary, totals) = kept.fresh().await;
    assert_eq!((&summary["pending_reviews"]["writer"], &totals["writer"]["pending"]), (&json!(1), &json!(1)));
    moderate(json!({ "is_approved": true })).await.assert_status(200);
    assert_eq!(told(&app, id).await, [], "only approvals are told");
}

#[tokio::test]
async fn what_is_not_there_or_does_not_fit_is_refused() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let id = review(&app, site, ReviewKind::Writer, 45, |_| ()).await.id;
    let foreign = review(&app, other, ReviewKind::Writer, 45, |_| ()).await.id;
    let before = the_review(&app, id).await;
    let admin = app.admin(site).await;
    let address = format!("{}moderate/", path(id));
    for (body, expected) in [
        (json!({}), "/is_approved"),
        (json!({ "flag_reason": "", "moderation_notes": " " }), "/is_approved"),
        (json!({ "is_flagged": true }), "/flag_reason"),
        (json!({ "is_flagged": "yes" }), "/is_flagged"),
        (json!({ "is_approved": true, "moderation_notes": "x".repeat(2_001) }), "/moderation_notes"),
        (json!({ "flag_reason": "x".repeat(1_001) }), "/flag_reason"),
    ] {
        assert_eq!(pointer(&admin.post(&address, body).await), expected);
    }
    let set = json!({ "is_approved": false });
    for address in [
        format!("{}moderate/", path(foreign)),
        format!("/reviews/order-reviews/{id}/moderate/"),
        format!("/reviews/job-reviews/{id}/moderate/"),
    ] {
        admin.post(&address, set.clone()).await.assert_problem(404, "not-found");
    }
    for gone in [path(foreign), format!("/reviews/order-reviews/{id}/")] {
        admin.delete(&gone).await.assert_problem(404, "not-found");
    }
    for role in [Role::Editor, Role::Writer, Role::Client] {
        let caller = app.role(role, Some(site)).await;
        caller.post(&address, set.clone()).await.assert_problem(403, "forbidden");
        caller.delete(&path(id)).await.assert_problem(403, "forbidden");
    }
    assert_eq!(the_review(&app, id).await, before);
}

#[tokio::test]
async fn a_deleted_review_takes_its_stars_along() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let new = async |tenths, marks| {
        let row = review(&app, site, ReviewKind::Writer, tenths, |r| {
            about(writer)(r);
            with(marks)(r);
        });
        row.await
    };
    let shown = new(45, (true, false, false, None)).await;
    let hidden = new(20, (true, true, false, None)).await;
    let waiting = new(30, (false, false, false, None)).await;
    new(50, (true, false, false, None)).await;
    settle(&app).await;
    let kept = Kept::new(&app, site, other).await;
    let desk = app.role(Role::Support, Some(site)).await;
    for (gone, left) in [(&shown, 3), (&hidden, 2), (&waiting, 1)] {
        let reply = desk.delete(&path(gone.id)).await;
        reply.assert_status(204);
        assert_eq!(table::Entity::find().all(app.db()).await.unwrap().len(), left);
        is_settled(&app).await;
        desk.delete(&path(gone.id)).await.assert_problem(404, "not-found");
    }
    let (summary, totals) = kept.fresh().await;
    assert_eq!((&summary["total_reviews"]["total"], &totals["writer"]["avg_rating"]), (&json!(1), &json!(5)));
    let entries = logged(&app, shown.id).await;
    assert_eq!((entries.len(), entries[0].action_type.as_str(), &entries[0].after), (1, "deleted", &None));
    assert_eq!(entries[0].action, format!("Deleted writer review {}", shown.id));
    let before = entries[0].before.as_ref().unwrap();
    assert_eq!((&before["rating"], &before["reviewed_user_id"]), (&json!("4.5"), &json!(writer)));

    let last = new(10, (true, false, false, None)).await.id;
    settle(&app).await;
    let once = desk.header("idempotency-key", "k");
    once.delete(&path(last)).await.assert_status(204);
    let again = once.delete(&path(last)).await;
    again.assert_status(204);
    assert_eq!(again.header("idempotent-replayed"), "true");
}

/// Ratings of imported people may be smaller than their reviews: moderating works all the same.
#[tokio::test]
async fn a_rating_that_was_never_counted_does_not_fall_below_nothing() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let one = review(&app, site, ReviewKind::Writer, 45, |_| ()).await.id;
    let two = review(&app, site, ReviewKind::Writer, 45, |_| ()).await.id;
    let admin = app.admin(site).await;
    let reply = admin.post(&format!("{}moderate/", path(one)), json!({ "is_approved": false })).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["moderated_at"], json!(now()));
    admin.delete(&path(two)).await.assert_status(204);
    let rated = super::users(&app).await.into_iter().filter(|user| user.rating_count != 0);
    assert_eq!(rated.count(), 0);
}
