//! The parts of a summary. Two pages read two families of names, from the same values.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderId, ReviewId};
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use crate::level::{
    handlers::figures::{client_name, number},
    repository::{
        reviews::Rating,
        summary::{Fines, RecentReview, Revision, Tips},
    },
};

/// Orders that are to be done again.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SummaryRevisions {
    pub(super) count: i64,
    /// The last changed first.
    orders: Vec<SummaryRevision>,
}

/// An order that is to be done again.
#[derive(Debug, Serialize, ToSchema)]
struct SummaryRevision {
    #[schema(value_type = i64)]
    id: OrderId,
    topic: String,
    client_name: String,
    pages: i32,
    updated_at: DateTime<Utc>,
    deadline: Option<DateTime<Utc>>,
    total_price: Amount,
}

/// What clients gave on top.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SummaryTips {
    total: Amount,
    count: i64,
    this_month: Amount,
}

/// The same.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TipsSummary {
    total_tips: Amount,
    this_month_tips: Amount,
    tips_count: i64,
}

/// Fines that were not taken back.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SummaryFines {
    total: Amount,
    count: i64,
    this_month: Amount,
    /// Of those that nothing is decided about.
    unpaid: Amount,
}

/// The same.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FinesSummary {
    total_fines: Amount,
    this_month_fines: Amount,
    active_fines_count: i64,
}

/// What clients say.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SummaryReviews {
    average_rating: Option<Decimal>,
    total_count: i64,
    /// The newest first.
    recent: Vec<SummaryReview>,
}

/// A review.
#[derive(Debug, Serialize, ToSchema)]
struct SummaryReview {
    #[schema(value_type = i64)]
    id: ReviewId,
    rating: Decimal,
    client_name: String,
    comment: String,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    order_topic: Option<String>,
    created_at: DateTime<Utc>,
}

/// What clients say, in figures.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReviewsSummary {
    average_rating: Option<Decimal>,
    total_reviews: i64,
    /// Four stars or more.
    positive_reviews: i64,
    /// Of the last 30 days.
    recent_reviews: i64,
}

impl From<Vec<Revision>> for SummaryRevisions {
    fn from(rows: Vec<Revision>) -> Self {
        let count = rows.first().map_or(0, |row| row.orders);
        Self { count, orders: rows.into_iter().map(Into::into).collect() }
    }
}

impl From<Revision> for SummaryRevision {
    fn from(row: Revision) -> Self {
        let Revision { orders: _, id, topic, client_id, number_of_pages, updated_at, due, total_price_cents } =
            row;
        Self {
            id,
            topic,
            client_name: client_id.map(client_name).unwrap_or_default(),
            pages: number_of_pages,
            updated_at,
            deadline: due,
            total_price: Amount::cents(total_price_cents),
        }
    }
}

impl From<Tips> for SummaryTips {
    fn from(Tips { rows: count, cents, month_cents }: Tips) -> Self {
        Self { total: Amount::cents(cents), count, this_month: Amount::cents(month_cents) }
    }
}

impl From<Tips> for TipsSummary {
    fn from(Tips { rows: tips_count, cents, month_cents }: Tips) -> Self {
        Self { total_tips: Amount::cents(cents), this_month_tips: Amount::cents(month_cents), tips_count }
    }
}

impl From<Fines> for SummaryFines {
    fn from(Fines { rows: count, cents, month_cents, open: _, open_cents }: Fines) -> Self {
        Self {
            total: Amount::cents(cents),
            count,
            this_month: Amount::cents(month_cents),
            unpaid: Amount::cents(open_cents),
        }
    }
}

impl From<Fines> for FinesSummary {
    fn from(Fines { rows: _, cents, month_cents, open, open_cents: _ }: Fines) -> Self {
        Self {
            total_fines: Amount::cents(cents),
            this_month_fines: Amount::cents(month_cents),
            active_fines_count: open,
        }
    }
}

impl SummaryReviews {
    pub(super) fn new(rating: Rating, recent: Vec<RecentReview>) -> Self {
        Self {
            average_rating: rating.mean.map(number),
            total_count: rating.reviews,
            recent: recent.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<RecentReview> for SummaryReview {
    fn from(row: RecentReview) -> Self {
        let RecentReview { id, rating, reviewer_id, comment, order_id, topic, submitted_at } = row;
        Self {
            id,
            rating: number(rating),
            client_name: client_name(reviewer_id),
            comment,
            order_id,
            order_topic: topic,
            created_at: submitted_at,
        }
    }
}

impl From<Rating> for ReviewsSummary {
    fn from(Rating { mean, reviews, positive, recent }: Rating) -> Self {
        Self {
            average_rating: mean.map(number),
            total_reviews: reviews,
            positive_reviews: positive,
            recent_reviews: recent,
        }
    }
}
