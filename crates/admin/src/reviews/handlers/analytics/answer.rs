//! The answer's shape.

use chrono::NaiveDate;
use serde::Serialize;
use tally_http::Decimal;
use utoipa::ToSchema;

use crate::reviews::handlers::by_kind::ByKind;

/// Figures and trends of reviews.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewAnalyticsAnswer {
    pub(super) summary: ReviewSummary,
    pub(super) monthly_trends: MonthlyTrends,
    /// The last 12 weeks that began, as far as they have reviews, of every kind together.
    pub(super) weekly_trends: Vec<ReviewWeek>,
    pub(super) rating_distribution: RatingDistribution,
}

/// Figures of all reviews.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewSummary {
    pub(super) total_reviews: ByKind,
    /// Not approved, hidden or flagged.
    pub(super) pending_reviews: ByKind,
    /// Approved and not hidden.
    pub(super) approved_reviews: ByKind,
    pub(super) flagged_reviews: ByKind,
    pub(super) average_ratings: AverageRatings,
    pub(super) website_reviews: i64,
    pub(super) writer_reviews: i64,
    pub(super) order_reviews: i64,
    pub(super) average_rating: Option<Decimal>,
}

/// The mean rating per kind of review, approved or not.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AverageRatings {
    pub(super) website: Option<Decimal>,
    pub(super) writer: Option<Decimal>,
    pub(super) order: Option<Decimal>,
}

/// The reviews of the last 365 days by month, per kind.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct MonthlyTrends {
    pub(super) website: Vec<ReviewMonth>,
    pub(super) writer: Vec<ReviewMonth>,
    pub(super) order: Vec<ReviewMonth>,
}

/// The reviews of a month.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct ReviewMonth {
    /// Its first day.
    pub(super) month: NaiveDate,
    pub(super) count: i64,
    pub(super) approved: i64,
}

/// The reviews of a week.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct ReviewWeek {
    /// Its Monday.
    pub(super) week: NaiveDate,
    pub(super) count: i64,
}

/// Reviews per star, ratings rounded to whole stars.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub(crate) struct RatingDistribution {
    #[serde(rename = "1")]
    pub(super) one: i64,
    #[serde(rename = "2")]
    pub(super) two: i64,
    #[serde(rename = "3")]
    pub(super) three: i64,
    #[serde(rename = "4")]
    pub(super) four: i64,
    #[serde(rename = "5")]
    pub(super) five: i64,
}
