//! The review that counts for each order.

use chrono::{DateTime, Utc};

use super::Order;
use crate::import::olist::records::FileReview;

/// A kept review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import::olist) struct Review {
    pub key: String,
    pub order: usize,
    pub score: i64,
    /// Title and message.
    pub comment: String,
    pub has_message: bool,
    pub submitted_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
}

/// The last review of each order, by time and then key, and how many gave way.
pub(super) fn latest(reviews: Vec<FileReview>, orders: &[Order]) -> (Vec<Review>, u64) {
    let mut all: Vec<Review> = reviews.into_iter().map(|review| dated(review, orders)).collect();
    all.sort_by(|left, right| {
        let rank = |review: &Review| (review.order, review.submitted_at);
        rank(left).cmp(&rank(right)).then_with(|| left.key.cmp(&right.key))
    });
    let before = all.len();
    all.reverse();
    all.dedup_by_key(|review| review.order);
    all.reverse();
    let superseded = u64::try_from(before - all.len()).unwrap_or_default();
    (all, superseded)
}

fn dated(review: FileReview, orders: &[Order]) -> Review {
    let order = &orders[review.order];
    let parts: Vec<&str> = [review.title.as_str(), review.message.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Review {
        comment: parts.join("\n"),
        has_message: !review.message.is_empty(),
        submitted_at: review.created_at.or(order.delivered_at).unwrap_or(order.purchased_at),
        key: review.key,
        order: review.order,
        score: review.score,
        answered_at: review.answered_at,
    }
}
