//! How much a writer has to do.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderId, OrderStatus};
use tally_http::Decimal;
use utoipa::ToSchema;

use super::{
    advice::{WorkloadAdvice, advice},
    load::{CRITICAL, Load, URGENT},
};
use crate::{
    formulas::exact::{days, hours, tenths},
    repository::profile::Profile,
    work::repository::workload_capacity::WorkOrder,
};

/// Deadlines that are listed.
const LISTED: usize = 10;

/// How much there is to do, and how much more there could be.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterWorkloadCapacity {
    capacity: WorkloadCapacity,
    availability: WorkloadAvailability,
    status_breakdown: WorkloadStatuses,
    workload_estimate: WorkloadEstimate,
    /// The first due first.
    upcoming_deadlines: Vec<WorkloadDeadline>,
    recommendations: Vec<WorkloadAdvice>,
    writer_level: WorkloadLevel,
}

/// How full the desk is.
#[derive(Debug, Serialize, ToSchema)]
struct WorkloadCapacity {
    current_orders: i64,
    max_orders: i64,
    available_slots: i64,
    /// One decimal.
    capacity_percentage: Decimal,
    /// `light`, `comfortable`, `moderate`, `high` or `overloaded`.
    capacity_health: &'static str,
    is_at_capacity: bool,
    is_near_capacity: bool,
    can_accept_more: bool,
}

/// Whether the writer can be given more.
#[derive(Debug, Serialize, ToSchema)]
struct WorkloadAvailability {
    /// `at_capacity`, `near_capacity`, `busy`, `available` or `unavailable`.
    status: &'static str,
    is_available_for_auto_assignments: bool,
    last_updated: Option<DateTime<Utc>>,
    message: String,
}

/// Orders by status.
#[derive(Debug, Serialize, ToSchema)]
struct WorkloadStatuses {
    in_progress: usize,
    on_hold: usize,
    revision_requested: usize,
    submitted: usize,
    under_editing: usize,
    on_revision: usize,
}

/// How long it will take. Numbers have one decimal.
#[derive(Debug, Serialize, ToSchema)]
struct WorkloadEstimate {
    total_pages: i64,
    avg_pages_per_order: Decimal,
    estimated_hours: Decimal,
    estimated_days: Decimal,
    /// Due within 24 hours.
    urgent_orders_count: i64,
}

/// An order that is due.
#[derive(Debug, Serialize, ToSchema)]
struct WorkloadDeadline {
    #[schema(value_type = i64)]
    id: OrderId,
    topic: String,
    #[schema(value_type = String)]
    status: OrderStatus,
    deadline: DateTime<Utc>,
    /// One decimal.
    hours_remaining: Decimal,
    days_remaining: Decimal,
    pages: i32,
    /// Due within 24 hours.
    is_urgent: bool,
    /// Due within 12.
    is_critical: bool,
}

/// What the writer's level allows.
#[derive(Debug, Serialize, ToSchema)]
struct WorkloadLevel {
    /// `None` when there is no level.
    name: String,
    max_orders: i64,
}

impl WriterWorkloadCapacity {
    pub(super) fn new(profile: &Profile, orders: &[WorkOrder], now: DateTime<Utc>) -> Self {
        let load = Load::new(profile, orders, now);
        let name = profile.level.as_ref().map_or("None", |level| &level.name).to_owned();
        let coming = orders.iter().filter_map(|order| WorkloadDeadline::new(order, now));
        Self {
            capacity: (&load).into(),
            availability: WorkloadAvailability::new(&load, profile),
            status_breakdown: WorkloadStatuses::new(orders),
            workload_estimate: (&load).into(),
            upcoming_deadlines: coming.take(LISTED).collect(),
            recommendations: advice(&load),
            writer_level: WorkloadLevel { name, max_orders: load.most },
        }
    }
}

impl From<&Load> for WorkloadCapacity {
    fn from(load: &Load) -> Self {
        Self {
            current_orders: load.current,
            max_orders: load.most,
            available_slots: load.free(),
            capacity_percentage: load.percentage().into(),
            capacity_health: load.health(),
            is_at_capacity: load.is_full(),
            is_near_capacity: load.is_nearly_full(),
            can_accept_more: !load.is_full() && load.is_available,
        }
    }
}

impl WorkloadAvailability {
    fn new(load: &Load, profile: &Profile) -> Self {
        let row = profile.row.as_ref();
        Self {
            status: load.availability(),
            is_available_for_auto_assignments: load.is_available,
            last_updated: row.and_then(|row| row.availability_changed_at),
            message: row.map_or_else(String::new, |row| row.availability_message.clone()),
        }
    }
}

impl WorkloadStatuses {
    fn new(orders: &[WorkOrder]) -> Self {
        let of = |status| orders.iter().filter(|order| order.status == status).count();
        Self {
            in_progress: of(OrderStatus::InProgress),
            on_hold: of(OrderStatus::OnHold),
            revision_requested: of(OrderStatus::RevisionRequested),
            submitted: of(OrderStatus::Submitted),
            under_editing: of(OrderStatus::UnderEditing),
            on_revision: of(OrderStatus::OnRevision),
        }
    }
}

impl From<&Load> for WorkloadEstimate {
    fn from(load: &Load) -> Self {
        Self {
            total_pages: load.pages,
            avg_pages_per_order: tenths(load.pages, load.current).into(),
            estimated_hours: load.hours().into(),
            estimated_days: load.days().into(),
            urgent_orders_count: load.urgent,
        }
    }
}

impl WorkloadDeadline {
    /// Nothing for what is past, or has no deadline.
    fn new(order: &WorkOrder, now: DateTime<Utc>) -> Option<Self> {
        let deadline = order.due.filter(|due| *due >= now)?;
        let left = deadline - now;
        Some(Self {
            id: order.id,
            topic: order.topic.clone(),
            status: order.status,
            deadline,
            hours_remaining: hours(left).into(),
            days_remaining: days(left).into(),
            pages: order.number_of_pages,
            is_urgent: left < URGENT,
            is_critical: left < CRITICAL,
        })
    }
}
