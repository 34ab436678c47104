//! Reviews, as those who decide about them and those whom they are about see them.

mod action;
mod aggregation;
mod analytics;
mod any_order;
mod bulk;
mod dispute;
mod list;
mod moderate;
mod moderation_history;
mod moderation_queue;
mod spam_detection;

use std::collections::BTreeMap;

use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, Set, prelude::Decimal};
use serde_json::Value;
use tally_entity::{ReviewId, ReviewKind, Role, UserId, WebsiteId, audit_log, notification, review, user};
use tally_testkit::{Caller, Reply, TestApp};

const ANALYTICS: &str = "/admin-management/reviews/analytics/";
const SPAM: &str = "/admin-management/reviews/spam-detection/";
const STATS: &str = "/reviews/aggregation/stats/";

/// A review of that kind, of `tenths` tenths of a star, by somebody new.
async fn review(
    app: &TestApp,
    site: WebsiteId,
    kind: ReviewKind,
    tenths: i64,
    change: impl FnOnce(&mut review::ActiveModel),
) -> review::Model {
    let subject = app.order(site).insert().await.id;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let row = app.review(site).await.set(|r| {
        (r.kind, r.rating) = (Set(kind), Set(Decimal::new(tenths, 1)));
        r.order_id = Set((kind == ReviewKind::Order).then_some(subject));
        r.reviewed_user_id = Set((kind == ReviewKind::Writer).then_some(writer));
    });
    row.set(change).insert().await
}

/// What a review is about.
fn about(writer: UserId) -> impl FnOnce(&mut review::ActiveModel) {
    move |review| review.reviewed_user_id = Set(Some(writer))
}

/// Approved, hidden, flagged, and why.
type Marks = (bool, bool, bool, Option<String>);

fn with(marks: Marks) -> impl FnOnce(&mut review::ActiveModel) {
    let (approved, shadowed, flagged, reason) = marks;
    move |review| {
        (review.is_approved, review.is_shadowed) = (Set(approved), Set(shadowed));
        (review.is_flagged, review.flag_reason) = (Set(flagged), Set(reason));
    }
}

fn marks(review: &review::Model) -> Marks {
    (review.is_approved, review.is_shadowed, review.is_flagged, review.flag_reason.clone())
}

async fn the_review(app: &TestApp, id: ReviewId) -> review::Model {
    review::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

/// What the rows say everybody's rating is.
async fn ratings(app: &TestApp) -> BTreeMap<UserId, (Decimal, i32)> {
    let mut ratings = BTreeMap::<UserId, (Decimal, i32)>::new();
    for row in review::Entity::find().all(app.db()).await.unwrap() {
        if let (Some(user), true, false) = (row.reviewed_user_id, row.is_approved, row.is_shadowed) {
            let (sum, count) = ratings.entry(user).or_default();
            (*sum, *count) = (*sum + row.rating, *count + 1);
        }
    }
    ratings
}

async fn users(app: &TestApp) -> Vec<user::Model> {
    user::Entity::find().all(app.db()).await.unwrap()
}

/// Gives everybody the rating that the rows say, as those who wrote them would have.
async fn settle(app: &TestApp) {
    let ratings = ratings(app).await;
    for user in users(app).await {
        let (sum, count) = ratings.get(&user.id).copied().unwrap_or_default();
        let mut row = user.into_active_model();
        (row.rating_sum, row.rating_count) = (Set(sum), Set(count));
        row.update(app.db()).await.unwrap();
    }
}

/// Everybody's rating is what the rows say.
async fn is_settled(app: &TestApp) {
    let ratings = ratings(app).await;
    for user in users(app).await {
        let expected = ratings.get(&user.id).copied().unwrap_or_default();
        assert_eq!((user.rating_sum, user.rating_count), expected, "{}", user.username);
    }
}

/// What the log of staff's work says about a review, oldest first.
async fn logged(app: &TestApp, id: ReviewId) -> Vec<audit_log::Model> {
    let mut rows = audit_log::Entity::find().all(app.db()).await.unwrap();
    rows.retain(|row| row.target_type.as_deref() == Some("review") && row.target_id == Some(id.0));
    rows.sort_by_key(|row| row.id);
    rows
}

/// Who was told what about a review.
async fn told(app: &TestApp, id: ReviewId) -> Vec<(UserId, String)> {
    let mut rows = notification::Entity::find().all(app.db()).await.unwrap();
    rows.retain(|row| row.payload["review_id"] == id.0);
    rows.sort_by_key(|row| row.id);
    rows.into_iter().map(|row| (row.user_id, row.event)).collect()
}

fn pointer(reply: &Reply) -> &Value {
    reply.assert_problem(422, "invalid");
    &reply.json()["errors"][0]["pointer"]
}

/// The ids of the rows.
fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

/// The figures of reviews of two websites, kept.
struct Kept<'a> {
    here: Caller<'a>,
    there: Caller<'a>,
}

impl<'a> Kept<'a> {
    async fn new(app: &'a TestApp, here: WebsiteId, there: WebsiteId) -> Self {
        app.sweep().await;
        let kept = Self { here: app.admin(here).await, there: app.admin(there).await };
        for path in [ANALYTICS, STATS, SPAM] {
            for caller in [&kept.here, &kept.there] {
                caller.get(path).await.assert_status(200);
                assert_eq!(caller.get(path).await.statements(), 0, "{path}");
            }
        }
        kept
    }

    /// The summary and the totals of the first, which must have been made anew; those of the second must still
    /// be kept.
    async fn fresh(&self) -> (Value, Value) {
        assert_eq!(self.here.get(SPAM).await.statements(), 2);
        let (analytics, totals) = (self.here.get(ANALYTICS).await, self.here.get(STATS).await);
        assert_eq!((analytics.statements(), totals.statements()), (2, 1));
        for path in [ANALYTICS, STATS] {
            let there = self.there.get(path).await;
            assert!(there.header("cache-status").contains("; hit"), "{}", there.header("cache-status"));
        }
        (analytics.json()["summary"].clone(), totals.json().clone())
    }

    /// Everything is kept still.
    async fn unchanged(&self) {
        for path in [ANALYTICS, STATS, SPAM] {
            assert_eq!(self.here.get(path).await.statements(), 0, "{path}");
        }
    }
}
