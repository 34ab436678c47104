//! From rows of the log to what happened to reviews.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use tally_entity::{ReviewId, ReviewKind};
use tally_http::Decimal;
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::reviews::repository::{
    moderation_history::{Done, Known},
    review::Review,
};

/// Something that happened to a review.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewEvent {
    /// `approved`, `rejected`, `flagged`, `shadowed`, `moderated` or `submitted`.
    action: &'static str,
    timestamp: DateTime<Utc>,
    #[schema(value_type = i64)]
    review_id: ReviewId,
    #[schema(value_type = String)]
    review_type: ReviewKind,
    /// The user name of who did it.
    moderator: Option<String>,
    details: ReviewEventDetails,
}

/// How the review was after it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(untagged)]
enum ReviewEventDetails {
    /// After a decision.
    Decided(ReviewVerdict),
    /// When it was new.
    Submitted { rating: Decimal, has_comment: bool },
}

/// The marks of a review.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct ReviewVerdict {
    is_approved: bool,
    is_shadowed: bool,
    is_flagged: bool,
    flag_reason: Option<String>,
    moderation_notes: Option<String>,
}

const WORDS: [&str; 5] = ["approved", "rejected", "flagged", "shadowed", "moderated"];

/// What happened to these reviews, newest first. The log must be newest first as well.
pub(super) fn events(reviews: Vec<Known>, done: &[Done]) -> Vec<ReviewEvent> {
    let mut events: Vec<_> = reviews.into_iter().flat_map(|known| of_review(&known, done)).collect();
    events.sort_by_key(|event| Reverse((event.timestamp, event.review_id)));
    events
}

fn of_review(Known { review, is_logged }: &Known, done: &[Done]) -> Vec<ReviewEvent> {
    let mut marks = ReviewVerdict::now(review);
    let mut events = Vec::new();
    if let (Some(at), false) = (review.moderated_at, is_logged) {
        events.push(ReviewEvent::decided(review, marks.word(), at, review.moderator.clone(), &marks));
    }
    // From the newest to the oldest, each undone as it is passed.
    let mut disputed_at = review.disputed_at;
    for done in done.iter().filter(|done| done.target_id == review.id.0) {
        if disputed_at.take_if(|at| *at > done.created_at).is_some() {
            (marks.is_flagged, marks.flag_reason) = (false, None);
        }
        marks.overlay(done.after.as_ref());
        let moderator = done.actor.as_ref().map(|actor| actor.username.clone());
        events.push(ReviewEvent::decided(review, word(&done.action), done.created_at, moderator, &marks));
        marks.overlay(done.before.as_ref());
    }
    events.push(ReviewEvent::submitted(review));
    events
}

impl ReviewEvent {
    fn decided(
        review: &Review,
        action: &'static str,
        timestamp: DateTime<Utc>,
        moderator: Option<String>,
        marks: &ReviewVerdict,
    ) -> Self {
        let (review_id, review_type) = (review.id, review.kind);
        let details = ReviewEventDetails::Decided(marks.clone());
        Self { action, timestamp, review_id, review_type, moderator, details }
    }

    fn submitted(review: &Review) -> Self {
        let (rating, has_comment) = (Hundredths(review.stars).into(), !review.comment.is_empty());
        Self {
            action: "submitted",
            timestamp: review.submitted_at,
            review_id: review.id,
            review_type: review.kind,
            moderator: None,
            details: ReviewEventDetails::Submitted { rating, has_comment },
        }
    }
}

/// The first word of the sentence in the log.
fn word(action: &str) -> &'static str {
    let first = action.split(' ').next().unwrap_or_default();
    WORDS.into_iter().find(|word| word.eq_ignore_ascii_case(first)).unwrap_or("moderated")
}

impl ReviewVerdict {
    fn now(review: &Review) -> Self {
        Self {
            is_approved: review.is_approved,
            is_shadowed: review.is_shadowed,
            is_flagged: review.is_flagged,
            flag_reason: review.flag_reason.clone(),
            moderation_notes: review.moderation_notes.clone(),
        }
    }

    /// What must have been done to a review with these marks.
    fn word(&self) -> &'static str {
        match self {
            Self { is_flagged: true, .. } => "flagged",
            Self { is_shadowed: true, is_approved: true, .. } => "shadowed",
            Self { is_shadowed: true, .. } => "rejected",
            Self { is_approved: true, .. } => "approved",
            _ => "moderated",
        }
    }

    /// Takes the columns that the log has.
    fn overlay(&mut self, columns: Option<&Value>) {
        let Some(columns) = columns else { return };
        let set = |mark: &mut bool, column| {
            if let Some(value) = columns.get(column).and_then(Value::as_bool) {
                *mark = value;
            }
        };
        set(&mut self.is_approved, "is_approved");
        set(&mut self.is_shadowed, "is_shadowed");
        set(&mut self.is_flagged, "is_flagged");
        let set = |text: &mut Option<String>, column| {
            if let Some(value) = columns.get(column) {
                *text = value.as_str().map(ToOwned::to_owned);
            }
        };
        set(&mut self.flag_reason, "flag_reason");
        set(&mut self.moderation_notes, "moderation_notes");
    }
}
