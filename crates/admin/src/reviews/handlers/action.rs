//! `POST /api/v1/admin-management/reviews/{approve|reject|flag|shadow}`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{ReviewId, ReviewKind};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::DESK};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::viewer::ReviewType;
use crate::reviews::{act::Act, moderation::Decision};

/// What is done to the review.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Action {
    Approve,
    Reject,
    Flag,
    Shadow,
}

/// Which review, and why.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReviewAction {
    #[schema(inline)]
    review_type: ReviewType,
    #[schema(value_type = i64)]
    review_id: ReviewId,
    /// Needed when it is flagged.
    reason: Option<Text<0, 1000>>,
    moderation_notes: Option<Text<0, 2000>>,
}

/// What was done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewActed {
    detail: String,
    #[schema(value_type = i64)]
    review_id: ReviewId,
    #[schema(value_type = String)]
    review_type: ReviewKind,
}

impl Action {
    fn decision(self, reason: Option<String>) -> ApiResult<Decision> {
        match self {
            Self::Approve => Ok(Decision::Approve),
            Self::Reject => Ok(Decision::Reject { reason }),
            Self::Flag => reason
                .map(|reason| Decision::Flag { reason })
                .ok_or_else(|| ApiError::invalid("/reason", "is required")),
            Self::Shadow => Ok(Decision::Shadow),
        }
    }
}

/// Decides about a review
#[utoipa::path(
    post,
    path = "/admin-management/reviews/{action}",
    tag = "admin",
    params(
        ("action" = inline(Action), Path, description = "What is done"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    request_body = ReviewAction,
    responses((status = OK, body = ReviewActed), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn act_on_admin_review(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    once: Once,
    trail: Trail,
    PathParam(action): PathParam<Action>,
    Body(body): Body<ReviewAction>,
) -> ApiResult<Response> {
    let ReviewAction { review_type, review_id, reason, moderation_notes } = body;
    let decision = action.decision(reason.and_then(Text::filled))?;
    let tx = once.begin(&db).await?;
    let review_type = review_type.into();
    let act = Act { tx: &tx, desk: &desk, trail: &trail, kind: review_type, now: clock.now() };
    act.decide_one(review_id, &decision, moderation_notes.and_then(Text::filled)).await?;
    let detail = format!("{} review {review_id}.", decision.word());
    tx.commit(Json(ReviewActed { detail, review_id, review_type })).await
}
