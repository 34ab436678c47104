//! Reviews, and the disputes that bad ones stand for.

use super::{Ids, Market};
use crate::{
    import::olist::market::Review,
    rows::{Tenths, feedback},
};

/// Stars up to which a review is a complaint.
const COMPLAINT: i64 = 2;

pub(in crate::import::olist) fn reviews(market: &Market, ids: Ids) -> impl Iterator<Item = feedback::Review> {
    market.reviews.iter().map(move |review| {
        let order = &market.orders[review.order];
        let is_flagged = review.score == 1 && !review.has_message;
        feedback::Review {
            website_id: ids.website(order.state),
            kind: "order".into(),
            reviewer_id: ids.client(order.client),
            reviewed_user_id: order.content.writer.map(|writer| ids.writer(market, writer)),
            order_id: Some(ids.order(review.order)),
            rating: Tenths(review.score * 10),
            comment: review.comment.clone().into(),
            origin: "client".into(),
            is_approved: review.answered_at.is_some(),
            is_flagged,
            flag_reason: is_flagged.then(|| "One star without a text".into()),
            submitted_at: review.submitted_at,
            created_at: review.submitted_at,
            updated_at: review.submitted_at,
            ..feedback::Review::default()
        }
    })
}

pub(in crate::import::olist) fn disputes(
    market: &Market,
    ids: Ids,
) -> impl Iterator<Item = feedback::Dispute> {
    let complaints = market.reviews.iter().filter(|review| review.score <= COMPLAINT);
    complaints.map(move |review| dispute(market, ids, review))
}

fn dispute(market: &Market, ids: Ids, review: &Review) -> feedback::Dispute {
    let order = &market.orders[review.order];
    let resolved_at = review.answered_at.map(|answered| answered.max(review.submitted_at));
    let reason =
        if review.comment.is_empty() { "No reason given".into() } else { review.comment.clone().into() };
    feedback::Dispute {
        website_id: ids.website(order.state),
        order_id: Some(ids.order(review.order)),
        raised_by_id: Some(ids.client(order.client)),
        status: if resolved_at.is_some() { "resolved" } else { "open" }.into(),
        reason_code: "other".into(),
        reason,
        writer_responded_at: resolved_at,
        resolved_at,
        created_at: review.submitted_at,
        updated_at: resolved_at.unwrap_or(review.submitted_at),
        ..feedback::Dispute::default()
    }
}
