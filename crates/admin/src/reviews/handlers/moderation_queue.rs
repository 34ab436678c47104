//! `GET /api/v1/admin-management/reviews/moderation-queue`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ReviewId, ReviewKind, Role};
use tally_http::{ApiResult, Clamped, Params, Problems, access::DESK};
use utoipa::{IntoParams, ToSchema};

use super::{by_kind::ByKind, row::ReviewData, viewer::ReviewType};
use crate::reviews::repository::{
    moderation_queue::{self, Part},
    review::Review,
};

/// Which part of the queue is wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct QueueQuery {
    #[serde(rename = "type")]
    #[param(inline)]
    kind: Option<ReviewType>,
    /// `pending` (nobody has decided anything), `flagged` or `shadowed`; all of them when absent.
    status: Option<String>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

impl QueueQuery {
    fn part(&self) -> Part {
        match self.status.as_deref() {
            None => Part::All,
            Some("pending") => Part::Pending,
            Some("flagged") => Part::Flagged,
            Some("shadowed") => Part::Shadowed,
            Some(_) => Part::Nothing,
        }
    }
}

/// The reviews that wait for a decision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewQueue {
    /// Newest first.
    reviews: Vec<QueuedReview>,
    /// All that are wanted, listed or not.
    count: i64,
    counts_by_type: ReviewQueueCounts,
}

/// A review that waits for a decision.
#[derive(Debug, Serialize, ToSchema)]
struct QueuedReview {
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    kind: ReviewKind,
    #[schema(value_type = i64)]
    id: ReviewId,
    data: ReviewData,
}

/// How many wait, by kind.
#[derive(Debug, Serialize, ToSchema)]
struct ReviewQueueCounts {
    website: i64,
    writer: i64,
    order: i64,
}

impl QueuedReview {
    fn of(review: Review, reader: Role) -> Self {
        Self { kind: review.kind, id: review.id, data: ReviewData::of(review, reader) }
    }
}

/// The reviews that wait for a decision
#[utoipa::path(
    get,
    path = "/admin-management/reviews/moderation-queue",
    tag = "admin",
    params(ScopeQuery, QueueQuery),
    responses((status = OK, body = ReviewQueue), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_review_queue(
    State(db): State<Db>,
    desk: Scoped<Desk>,
    Params(query): Params<QueueQuery>,
) -> ApiResult<Json<ReviewQueue>> {
    let (part, kind, limit) = (query.part(), query.kind.map(Into::into), query.limit.get().into());
    let (waiting, rows) = moderation_queue::load(db.reads(), desk.scope, kind, part, limit).await?;
    let ByKind { website, writer, order, total } =
        ByKind::sum(waiting.iter().map(|row| (row.kind, row.reviews)));
    Ok(Json(ReviewQueue {
        reviews: rows.into_iter().map(|row| QueuedReview::of(row, desk.role)).collect(),
        count: total,
        counts_by_type: ReviewQueueCounts { website, writer, order },
    }))
}
