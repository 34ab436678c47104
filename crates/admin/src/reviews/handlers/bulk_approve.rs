//! `POST /api/v1/admin-management/reviews/bulk-approve`

use std::collections::BTreeSet;

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::ReviewId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, Text, access::DESK};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::viewer::ReviewType;
use crate::reviews::{act::Act, moderation::Decision};

const MOST: usize = 200;

/// Which reviews, and why.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReviewsAction {
    /// 1 to 200 reviews. One that is named twice counts once.
    #[schema(value_type = Vec<i64>, min_items = 1, max_items = 200)]
    review_ids: Vec<ReviewId>,
    #[schema(inline)]
    pub(super) review_type: ReviewType,
    /// Of no meaning for approvals.
    pub(super) reason: Option<Text<0, 1000>>,
    pub(super) moderation_notes: Option<Text<0, 2000>>,
}

/// What was approved.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewsApproved {
    detail: String,
    #[schema(value_type = Vec<i64>)]
    approved: Vec<ReviewId>,
    failed: Vec<FailedReview>,
}

/// A review that nothing was done to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FailedReview {
    #[schema(value_type = i64)]
    review_id: ReviewId,
    /// Why, as a sentence.
    error: String,
}

/// What became of the reviews that were named, in the order they were named in.
pub(super) struct Outcome {
    pub(super) detail: String,
    pub(super) done: Vec<ReviewId>,
    pub(super) failed: Vec<FailedReview>,
}

impl ReviewsAction {
    /// Each of them once.
    pub(super) fn ids(&self) -> ApiResult<Vec<ReviewId>> {
        if !(1..=MOST).contains(&self.review_ids.len()) {
            return Err(ApiError::invalid("/review_ids", "must name 1 to 200 reviews"));
        }
        let mut seen = BTreeSet::new();
        Ok(self.review_ids.iter().filter(|id| seen.insert(**id)).copied().collect())
    }
}

impl Outcome {
    pub(super) async fn of(
        act: &Act<'_>,
        ids: Vec<ReviewId>,
        decision: &Decision,
        notes: Option<Text<0, 2000>>,
    ) -> ApiResult<Self> {
        let found = act.decide(&ids, decision, notes.and_then(Text::filled)).await?;
        let (done, unknown): (Vec<_>, Vec<_>) = ids.into_iter().partition(|id| found.contains(id));
        let word = decision.word().to_lowercase();
        let reviews = if done.len() == 1 { "review" } else { "reviews" };
        let detail = match unknown.len() {
            0 => format!("{} {reviews} {word}.", done.len()),
            failed => format!("{} {reviews} {word}, {failed} not.", done.len()),
        };
        let failed = |review_id| FailedReview { review_id, error: "There is no such review.".to_owned() };
        Ok(Self { detail, done, failed: unknown.into_iter().map(failed).collect() })
    }
}

/// Approves many reviews
#[utoipa::path(
    post,
    path = "/admin-management/reviews/bulk-approve",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = ReviewsAction,
    responses((status = OK, body = ReviewsApproved), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn approve_admin_reviews(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    once: Once,
    trail: Trail,
    Body(body): Body<ReviewsAction>,
) -> ApiResult<Response> {
    let (ids, kind) = (body.ids()?, body.review_type.into());
    let tx = once.begin(&db).await?;
    let act = Act { tx: &tx, desk: &desk, trail: &trail, kind, now: clock.now() };
    let Outcome { detail, done: approved, failed } =
        Outcome::of(&act, ids, &Decision::Approve, body.moderation_notes).await?;
    tx.commit(Json(ReviewsApproved { detail, approved, failed })).await
}
