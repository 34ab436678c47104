//! The orders of a queue, with how well each suits the writer.

use std::{cmp::Reverse, collections::BTreeSet};

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::OrderId;
use tally_http::Amount;
use utoipa::ToSchema;

use crate::{
    formulas::{
        match_score::{Match, Suitor, Taste},
        payout::Terms,
    },
    queue::repository::board::OpenOrder,
};

const MOST_RECOMMENDED: usize = 10;

/// An order that the caller could have.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct QueueOrder {
    #[schema(value_type = i64)]
    pub(super) id: OrderId,
    topic: String,
    subject: Option<String>,
    /// `Unknown` when nobody said what kind of work it is.
    service_type: String,
    paper_type: Option<String>,
    /// What a writer plans for.
    deadline: Option<DateTime<Utc>>,
    pages: i32,
    price: Amount,
    created_at: DateTime<Utc>,
    is_requested: bool,
    /// From 0 to 100.
    match_score: u8,
    /// What the score is made of, the weightiest first.
    match_tags: Vec<String>,
    potential_payout: Amount,
    #[serde(skip)]
    payout_cents: i64,
}

/// What the orders of a queue are looked at with.
pub(super) struct Eye<'a> {
    pub(super) taste: Taste,
    pub(super) terms: Option<Terms>,
    pub(super) requested: &'a BTreeSet<OrderId>,
    pub(super) now: DateTime<Utc>,
}

impl Eye<'_> {
    pub(super) fn see(&self, order: OpenOrder) -> QueueOrder {
        let OpenOrder { id, topic, subject_id, subject, work_type, paper_type, created_at, pay } = order;
        let payout_cents = pay.payout(self.terms.as_ref(), self.now);
        let suitor = Suitor {
            subject: subject_id,
            subject_name: subject.as_deref(),
            work_type: work_type.as_deref(),
            topic: &topic,
            payout_cents,
        };
        let Match { score, tags } = self.taste.of(suitor);
        QueueOrder {
            id,
            topic,
            subject,
            service_type: work_type.unwrap_or_else(|| "Unknown".to_owned()),
            paper_type,
            deadline: pay.due,
            pages: pay.pages,
            price: Amount::cents(pay.total_cents),
            created_at,
            is_requested: self.requested.contains(&id),
            match_score: score,
            match_tags: tags,
            potential_payout: Amount::cents(payout_cents),
            payout_cents,
        }
    }
}

/// What suits best of what was not asked for yet, each order once.
pub(super) fn recommended(available: &[QueueOrder], preferred: &[QueueOrder]) -> Vec<QueueOrder> {
    let mut seen = BTreeSet::new();
    let both = available.iter().chain(preferred);
    let mut open: Vec<_> = both.filter(|order| !order.is_requested && seen.insert(order.id)).collect();
    open.sort_by_key(|order| {
        let due = order.deadline.unwrap_or(order.created_at);
        (Reverse(order.match_score), Reverse(order.payout_cents), due, order.id)
    });
    open.into_iter().take(MOST_RECOMMENDED).cloned().collect()
}
