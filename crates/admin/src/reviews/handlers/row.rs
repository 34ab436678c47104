//! A review as lists and queues show it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderId, ReviewId, ReviewOrigin, Role};
use tally_http::{Decimal, UserRef, WebsiteRef};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::reviews::repository::review::Review;

/// A review.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewData {
    #[schema(value_type = i64)]
    id: ReviewId,
    website: WebsiteRef,
    website_name: String,
    reviewer: UserRef,
    /// Under the name that the reader may know.
    reviewer_name: String,
    /// Whom it is about.
    writer: Option<UserRef>,
    writer_name: Option<String>,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    order_topic: Option<String>,
    /// 1 to 5 stars.
    rating: Decimal,
    title: Option<String>,
    comment: String,
    #[schema(value_type = String)]
    origin: ReviewOrigin,
    is_approved: bool,
    is_shadowed: bool,
    is_flagged: bool,
    flag_reason: Option<String>,
    /// For staff only, like the next but one.
    moderation_notes: Option<String>,
    moderated_at: Option<DateTime<Utc>>,
    moderated_by: Option<String>,
    disputed_at: Option<DateTime<Utc>>,
    dispute_reason: Option<String>,
    submitted_at: DateTime<Utc>,
    /// `submitted_at` again.
    created_at: DateTime<Utc>,
}

impl ReviewData {
    /// The review as somebody of this role may see it.
    pub(super) fn of(review: Review, reader: Role) -> Self {
        let Review {
            id,
            kind: _,
            website,
            reviewer,
            writer,
            order_id,
            order_topic,
            stars,
            title,
            comment,
            origin,
            is_approved,
            is_shadowed,
            is_flagged,
            flag_reason,
            moderation_notes,
            moderated_at,
            moderator,
            disputed_at,
            dispute_reason,
            submitted_at,
        } = review;
        let is_staff = !matches!(reader, Role::Writer | Role::Client);
        let reviewer = UserRef::seen_by(reader, reviewer);
        let writer = writer.map(|writer| UserRef::seen_by(reader, writer));
        Self {
            id,
            website_name: website.name.clone(),
            website: website.into(),
            reviewer_name: reviewer.full_name.clone(),
            reviewer,
            writer_name: writer.as_ref().map(|writer| writer.full_name.clone()),
            writer,
            order: order_id,
            order_topic,
            rating: Hundredths(stars).into(),
            title,
            comment,
            origin,
            is_approved,
            is_shadowed,
            is_flagged,
            flag_reason,
            moderation_notes: moderation_notes.filter(|_| is_staff),
            moderated_at,
            moderated_by: moderator.filter(|_| is_staff),
            disputed_at,
            dispute_reason,
            submitted_at,
            created_at: submitted_at,
        }
    }
}
