//! `GET admin-management/reviews/spam-detection`

use chrono::Duration;
use sea_orm::Set;
use serde_json::json;
use tally_entity::{ReviewKind, Role, UserId, WebsiteId};
use tally_testkit::{TestApp, ago};

use super::{SPAM, review};

async fn written(app: &TestApp, site: WebsiteId, by: UserId, times: usize) {
    for _ in 0..times {
        review(app, site, ReviewKind::Order, 40, |r| {
            (r.reviewer_id, r.submitted_at) = (Set(by), Set(ago(1, 0)));
            r.comment = Set("ten letters".to_owned());
        })
        .await;
    }
}

#[tokio::test]
async fn busy_people_short_words_and_five_stars_of_a_week_stand_out() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let named = async |name: &str| {
        let row = app.user(Role::Client, Some(site)).set(|u| u.username = Set(name.to_owned()));
        row.insert().await.id
    };
    let (ann, bob, eve, tom) =
        (named("ann").await, named("bob").await, named("eve").await, named("tom").await);
    written(&app, site, ann, 3).await;
    written(&app, site, bob, 4).await;
    written(&app, site, eve, 3).await;
    written(&app, site, tom, 2).await;
    written(&app, other, tom, 1).await;
    let new = async |kind, tenths, at, comment: &str| {
        let comment = comment.to_owned();
        review(&app, site, kind, tenths, |r| {
            (r.submitted_at, r.comment) = (Set(at), Set(comment));
        })
        .await;
    };
    let tick = Duration::microseconds(1);
    new(ReviewKind::Writer, 50, ago(7, 0), "123456789").await;
    new(ReviewKind::Writer, 50, ago(7, 0) - tick, "short").await;
    new(ReviewKind::Website, 49, ago(0, 0) - tick, "1234567890").await;
    new(ReviewKind::Website, 50, ago(0, 0), "later").await;
    new(ReviewKind::Website, 50, ago(2, 0), "").await;
    // Nine characters, but more bytes.
    new(ReviewKind::Website, 10, ago(2, 0), "äääääääää").await;
    let admin = app.admin(site).await;

    let reply = admin.get(SPAM).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let person = |id: UserId, name: &str, count: i64| json!({ "reviewer": id, "reviewer_username": name, "count": count });
    let expected = json!({
        "alerts": {
            "multiple_reviews_users": {
                "website": [], "writer": [],
                "order": [person(bob, "bob", 4), person(ann, "ann", 3), person(eve, "eve", 3)],
            },
            "short_comments": { "website": 2, "writer": 1, "order": 0, "total": 3 },
            "all_five_star": { "website": 1, "writer": 1, "order": 0, "total": 2 },
        },
        "summary": { "total_recent_reviews": 16, "potential_spam_count": 3 },
    });
    assert_eq!(reply.json(), &expected);
    assert_eq!(admin.get(SPAM).await.statements(), 0);

    let all = app.superadmin().await.get(SPAM).await;
    let busy = &all.json()["alerts"]["multiple_reviews_users"]["order"];
    assert_eq!((busy.as_array().unwrap().len(), &busy[3]), (4, &person(tom, "tom", 3)));
    let empty = app.admin(other).await.get(SPAM).await;
    assert_eq!(empty.json()["summary"], json!({ "total_recent_reviews": 1, "potential_spam_count": 0 }));
    for role in [Role::Support, Role::Editor] {
        app.role(role, Some(site)).await.get(SPAM).await.assert_problem(403, "forbidden");
    }
}
