//! What a writer could write next, as JSON.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderId, WriterLevelId};
use utoipa::ToSchema;

use super::orders::{Eye, QueueOrder, recommended};
use crate::{
    formulas::match_score::Taste,
    queue::repository::{asked::Ask, board::Board},
    repository::profile::Profile,
};

/// What a writer could write next.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QueueAnswer {
    /// Whether writers may take orders without asking.
    takes_enabled: bool,
    /// Orders that need no second request, by id.
    #[schema(value_type = Vec<i64>)]
    requested_order_ids: Vec<OrderId>,
    available_orders: Vec<QueueOrder>,
    /// Those whose clients want the caller.
    preferred_orders: Vec<QueueOrder>,
    /// What suits best, best first.
    recommended_orders: Vec<QueueOrder>,
    /// Orders that the caller asked for, newest first.
    order_requests: Vec<OrderAsk>,
    /// Changes that the caller asked for, newest first.
    writer_requests: Vec<ChangeAsk>,
    level_capacity: Capacity,
}

/// An order that a writer asked for.
#[derive(Debug, Serialize, ToSchema)]
struct OrderAsk {
    id: i64,
    /// Always `order_request`.
    r#type: &'static str,
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    approved: bool,
    accepted: bool,
    status: String,
    reason: String,
    created_at: DateTime<Utc>,
    requested_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// A change that a writer asked for.
#[derive(Debug, Serialize, ToSchema)]
struct ChangeAsk {
    id: i64,
    /// What shall change.
    r#type: String,
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    status: String,
    reason: String,
    created_at: DateTime<Utc>,
    requested_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// How much work a writer has and may have.
#[derive(Debug, Serialize, ToSchema)]
struct Capacity {
    level_details: Option<LevelCapacity>,
    max_orders: i32,
    active_orders: i64,
    remaining_slots: i64,
}

/// How much work a level allows.
#[derive(Debug, Serialize, ToSchema)]
struct LevelCapacity {
    #[schema(value_type = i64)]
    id: WriterLevelId,
    name: String,
    max_orders: i32,
}

impl QueueAnswer {
    pub(super) fn new(board: Board, now: DateTime<Utc>) -> Self {
        let Board { profile, situation, available, preferred, requested, asked } = board;
        let known: BTreeSet<OrderId> = requested.iter().copied().collect();
        let taste = Taste::new(&situation.subjects(), profile.skills(), profile.keywords());
        let eye = Eye { taste, terms: profile.terms(), requested: &known, now };
        let [available, preferred] = [available, preferred]
            .map(|orders| orders.into_iter().map(|order| eye.see(order)).collect::<Vec<_>>());
        let (changes, orders): (Vec<_>, Vec<_>) =
            asked.into_iter().partition(|ask| ask.request_type.is_some());
        Self {
            takes_enabled: situation.takes_enabled,
            recommended_orders: recommended(&available, &preferred),
            requested_order_ids: requested,
            available_orders: available,
            preferred_orders: preferred,
            order_requests: orders.into_iter().map(Into::into).collect(),
            writer_requests: changes.into_iter().map(Into::into).collect(),
            level_capacity: Capacity::of(&profile, situation.active_orders),
        }
    }
}

impl From<Ask> for OrderAsk {
    fn from(ask: Ask) -> Self {
        let Ask { id, order_id, order_topic, status, reason, created_at, updated_at, .. } = ask;
        let approved = status == "approved";
        Self {
            id,
            r#type: "order_request",
            order_id,
            order_topic,
            approved,
            accepted: approved,
            status,
            reason,
            created_at,
            requested_at: created_at,
            updated_at,
        }
    }
}

impl From<Ask> for ChangeAsk {
    fn from(ask: Ask) -> Self {
        let Ask { id, request_type, order_id, order_topic, status, reason, created_at, updated_at, .. } = ask;
        Self {
            id,
            r#type: request_type.unwrap_or_default(),
            order_id,
            order_topic,
            status,
            reason,
            created_at,
            requested_at: created_at,
            updated_at,
        }
    }
}

impl Capacity {
    fn of(profile: &Profile, active_orders: i64) -> Self {
        let level = profile.level.as_ref().map(|level| LevelCapacity {
            id: level.id,
            name: level.name.clone(),
            max_orders: level.max_orders,
        });
        Self {
            level_details: level,
            max_orders: profile.limit(),
            active_orders,
            remaining_slots: profile.open_seats(active_orders),
        }
    }
}
