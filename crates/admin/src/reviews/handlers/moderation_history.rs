//! `GET /api/v1/admin-management/reviews/moderation-history`

mod events;

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ReviewId, ReviewKind};
use tally_http::{ApiResult, Clamped, Params, Problems, access::DESK, invalid_param};
use tally_kernel::{Clock, Period};
use utoipa::{IntoParams, ToSchema};

use self::events::{ReviewEvent, events};
use super::viewer::ReviewType;
use crate::reviews::{
    act::unknown,
    repository::moderation_history::{self, Whose},
};

/// Whose history is wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct HistoryQuery {
    /// With `review_id`: of this review alone.
    #[param(inline)]
    review_type: Option<ReviewType>,
    /// With `review_type`: of this review alone.
    #[param(value_type = Option<i64>)]
    review_id: Option<ReviewId>,
    /// How long ago reviews were moderated at most, when none is named; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    days: Clamped<1, 365, 30>,
    /// How many events are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

impl HistoryQuery {
    /// One review, or none.
    fn named(&self) -> ApiResult<Option<(ReviewKind, ReviewId)>> {
        match (self.review_type, self.review_id) {
            (Some(kind), Some(id)) => Ok(Some((kind.into(), id))),
            (None, None) => Ok(None),
            (Some(_), None) => Err(invalid_param("review_id", "is required with review_type")),
            (None, Some(_)) => Err(invalid_param("review_type", "is required with review_id")),
        }
    }

    fn whose(&self, named: Option<(ReviewKind, ReviewId)>, now: DateTime<Utc>) -> Whose {
        let recent = || Whose::Recent(Period::last_days(self.days.get(), now).from);
        named.map_or_else(recent, |(kind, id)| Whose::Review(kind, id))
    }
}

/// What was done to reviews.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewHistory {
    #[schema(value_type = Option<i64>)]
    review_id: Option<ReviewId>,
    #[schema(value_type = Option<String>)]
    review_type: Option<ReviewKind>,
    /// Newest first.
    history: Vec<ReviewEvent>,
}

/// What was done to a review, or to those moderated last
#[utoipa::path(
    get,
    path = "/admin-management/reviews/moderation-history",
    tag = "admin",
    params(ScopeQuery, HistoryQuery),
    responses((status = OK, body = ReviewHistory), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_review_history(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    Params(query): Params<HistoryQuery>,
) -> ApiResult<Json<ReviewHistory>> {
    let named = query.named()?;
    let (whose, limit) = (query.whose(named, clock.now()), query.limit.get());
    let (reviews, done) = moderation_history::load(db.reads(), desk.scope, whose, limit.into()).await?;
    if named.is_some() && reviews.is_empty() {
        return Err(unknown());
    }
    let mut history = events(reviews, &done);
    history.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let (review_type, review_id) = named.unzip();
    Ok(Json(ReviewHistory { review_id, review_type, history }))
}
