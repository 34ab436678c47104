//! `GET /api/v1/admin-management/reviews/spam-detection`

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::{ReviewKind, UserId};
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::by_kind::ByKind;
use crate::reviews::repository::spam_detection::{self, Busy, Suspects};

static POLICY: Policy =
    Policy::new("admin.review_spam", 300, &[Reads::Scoped("reviews"), Reads::Whole("users")]);

/// Reviews of the last seven days that look as if nobody meant them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewSpam {
    alerts: SpamAlerts,
    summary: SpamSummary,
}

/// What looks odd.
#[derive(Debug, Serialize, ToSchema)]
struct SpamAlerts {
    multiple_reviews_users: BusyReviewers,
    /// Comments of fewer than ten characters.
    short_comments: ByKind,
    all_five_star: ByKind,
}

/// Those with three reviews of a kind or more, the busiest first.
#[derive(Debug, Serialize, ToSchema)]
struct BusyReviewers {
    website: Vec<BusyReviewer>,
    writer: Vec<BusyReviewer>,
    order: Vec<BusyReviewer>,
}

/// Somebody with many reviews.
#[derive(Debug, Serialize, ToSchema)]
struct BusyReviewer {
    #[schema(value_type = i64)]
    reviewer: UserId,
    reviewer_username: String,
    count: i64,
}

/// How much there is, and how much of it looks odd.
#[derive(Debug, Serialize, ToSchema)]
struct SpamSummary {
    total_recent_reviews: i64,
    /// Those with many reviews.
    potential_spam_count: usize,
}

impl ReviewSpam {
    fn new(busy: &[Busy], suspects: &[Suspects]) -> Self {
        let sum =
            |figure: fn(&Suspects) -> i64| ByKind::sum(suspects.iter().map(|row| (row.kind, figure(row))));
        let of = |kind| busy.iter().filter(|row| row.kind == kind).map(Into::into).collect();
        Self {
            alerts: SpamAlerts {
                multiple_reviews_users: BusyReviewers {
                    website: of(ReviewKind::Website),
                    writer: of(ReviewKind::Writer),
                    order: of(ReviewKind::Order),
                },
                short_comments: sum(|row| row.short),
                all_five_star: sum(|row| row.five_star),
            },
            summary: SpamSummary {
                total_recent_reviews: sum(|row| row.reviews).total,
                potential_spam_count: busy.len(),
            },
        }
    }
}

impl From<&Busy> for BusyReviewer {
    fn from(row: &Busy) -> Self {
        let Busy { kind: _, reviewer_id, username, reviews } = row;
        Self { reviewer: *reviewer_id, reviewer_username: username.clone(), count: *reviews }
    }
}

/// Reviews of the last days that look as if nobody meant them
#[utoipa::path(
    get,
    path = "/admin-management/reviews/spam-detection",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = ReviewSpam), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_review_spam(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<ReviewSpam>> {
    let (scope, now) = (admin.scope, clock.now());
    let load = move || async move {
        let (busy, suspects) = spam_detection::load(db.reads(), scope, now).await?;
        Ok(ReviewSpam::new(&busy, &suspects))
    };
    admin.answer(&POLICY).load(load).await
}
