//! `GET /api/v1/reviews/aggregation/queue`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ReviewId, ReviewKind};
use tally_http::{ApiResult, Clamped, Decimal, Params, Problems, access::ADMIN};
use tally_kernel::Hundredths;
use utoipa::{IntoParams, ToSchema};

use super::aggregation_stats::Kinds;
use crate::reviews::repository::aggregation_queue::{self, Queued, Standing};

/// Which reviews are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TotalsQueueQuery {
    #[serde(rename = "type", default)]
    #[param(inline)]
    kinds: Kinds,
    /// `pending` (neither approved nor hidden), `flagged`, `shadowed` or `approved`.
    #[param(default = "pending")]
    status: Option<String>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 100)]
    limit: Clamped<1, 250, 100>,
}

impl TotalsQueueQuery {
    fn standing(&self) -> Standing {
        match self.status.as_deref() {
            None | Some("pending") => Standing::Pending,
            Some("flagged") => Standing::Flagged,
            Some("shadowed") => Standing::Shadowed,
            Some("approved") => Standing::Approved,
            Some(_) => Standing::Nowhere,
        }
    }
}

/// A review in few words.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewLine {
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    kind: ReviewKind,
    #[schema(value_type = i64)]
    id: ReviewId,
    reviewer: String,
    rating: Decimal,
    /// Its first hundred characters.
    comment: String,
    /// The first of `approved`, `shadowed`, `flagged` and `pending` that holds.
    status: &'static str,
    submitted_at: DateTime<Utc>,
}

impl From<Queued> for ReviewLine {
    fn from(row: Queued) -> Self {
        let Queued { id, kind, reviewer, stars, comment, is_approved, is_shadowed, is_flagged, submitted_at } =
            row;
        let status = match (is_approved, is_shadowed, is_flagged) {
            (true, _, _) => "approved",
            (false, true, _) => "shadowed",
            (false, false, true) => "flagged",
            (false, false, false) => "pending",
        };
        let (reviewer, rating) = (reviewer.full_name(), Hundredths(stars).into());
        Self { kind, id, reviewer, rating, comment, status, submitted_at }
    }
}

/// The reviews that stand somewhere, newest first
#[utoipa::path(
    get,
    path = "/reviews/aggregation/queue",
    tag = "reviews",
    params(ScopeQuery, TotalsQueueQuery),
    responses((status = OK, body = Vec<ReviewLine>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_review_queue(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(query): Params<TotalsQueueQuery>,
) -> ApiResult<Json<Vec<ReviewLine>>> {
    let (kinds, standing, limit) = (query.kinds.each(), query.standing(), query.limit.get().into());
    let rows = aggregation_queue::load(db.reads(), admin.scope, kinds, standing, limit).await?;
    Ok(Json(rows.into_iter().map(Into::into).collect()))
}
