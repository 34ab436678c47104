//! `POST /api/v1/admin-management/reviews/bulk-reject`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use tally_auth::{Desk, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::ReviewId;
use tally_http::{ApiResult, Body, IdempotencyHeader, Problems, Text, access::DESK};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::bulk_approve::{FailedReview, Outcome, ReviewsAction};
use crate::reviews::{act::Act, moderation::Decision};

/// What was rejected.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewsRejected {
    detail: String,
    #[schema(value_type = Vec<i64>)]
    rejected: Vec<ReviewId>,
    failed: Vec<FailedReview>,
}

/// Rejects many reviews
#[utoipa::path(
    post,
    path = "/admin-management/reviews/bulk-reject",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = ReviewsAction,
    responses((status = OK, body = ReviewsRejected), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn reject_admin_reviews(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    once: Once,
    trail: Trail,
    Body(body): Body<ReviewsAction>,
) -> ApiResult<Response> {
    let (ids, kind) = (body.ids()?, body.review_type.into());
    let decision = Decision::Reject { reason: body.reason.and_then(Text::filled) };
    let tx = once.begin(&db).await?;
    let act = Act { tx: &tx, desk: &desk, trail: &trail, kind, now: clock.now() };
    let Outcome { detail, done: rejected, failed } =
        Outcome::of(&act, ids, &decision, body.moderation_notes).await?;
    tx.commit(Json(ReviewsRejected { detail, rejected, failed })).await
}
