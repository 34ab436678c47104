//! An order's progress, as its reader may know it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use tally_entity::{OrderId, OrderStatus, Role, UserId, refs::UserName};
use tally_http::{Decimal, UserRef};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use super::progress::percentage;
use crate::dashboard::{
    repository::enhanced_order_status::{Course, Opinions, Order, Reassignment, Transition},
    words::SYSTEM,
};

const RECENT: usize = 5;
/// A writer who did something since then is active.
const ACTIVE: TimeDelta = TimeDelta::hours(24);

/// How far an order is, and how it came there.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EnhancedOrderStatus {
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    #[schema(value_type = String)]
    current_status: OrderStatus,
    progress: OrderProgress,
    /// Null without a deadline.
    estimated_completion: Option<EstimatedCompletion>,
    /// Null without a writer.
    writer_activity: Option<WriterActivity>,
    /// Oldest first.
    revision_history: Vec<RevisionStep>,
    quality_metrics: QualityMetrics,
    /// Oldest first.
    status_timeline: Vec<StatusStep>,
    /// Newest first.
    writer_reassignments: Vec<WriterReassignment>,
    deadlines: OrderDeadlines,
    order_details: OrderDetails,
}

/// How far an order is.
#[derive(Debug, Serialize, ToSchema)]
struct OrderProgress {
    percentage: i32,
    /// The newest five.
    recent_updates: Vec<ProgressUpdate>,
}

/// How far an order came.
#[derive(Debug, Serialize, ToSchema)]
struct ProgressUpdate {
    timestamp: DateTime<Utc>,
    progress_percentage: i32,
    notes: String,
}

/// When an order should be done.
#[derive(Debug, Serialize, ToSchema)]
struct EstimatedCompletion {
    deadline: DateTime<Utc>,
    /// 0 when the deadline has passed.
    hours_remaining: Decimal,
    days_remaining: Decimal,
    is_overdue: bool,
}

/// What the writer did last.
#[derive(Debug, Serialize, ToSchema)]
struct WriterActivity {
    #[schema(value_type = i64)]
    writer_id: UserId,
    writer_username: String,
    /// Within a day.
    is_active: bool,
    last_activity: DateTime<Utc>,
    hours_since_activity: Decimal,
}

/// An order was to be done again, or was.
#[derive(Debug, Serialize, ToSchema)]
struct RevisionStep {
    timestamp: DateTime<Utc>,
    #[schema(value_type = String)]
    status: OrderStatus,
    action: String,
    is_automatic: bool,
    actor: String,
}

/// What people think of an order.
#[derive(Debug, Serialize, ToSchema)]
struct QualityMetrics {
    revision_count: usize,
    dispute_count: i64,
    has_reviews: bool,
    average_rating: Option<Decimal>,
}

/// A change of status.
#[derive(Debug, Serialize, ToSchema)]
struct StatusStep {
    timestamp: DateTime<Utc>,
    #[schema(value_type = String)]
    from_status: OrderStatus,
    #[schema(value_type = String)]
    to_status: OrderStatus,
    action: String,
    is_automatic: bool,
    actor: String,
}

/// Another writer got the order.
#[derive(Debug, Serialize, ToSchema)]
struct WriterReassignment {
    timestamp: DateTime<Utc>,
    previous_writer: Option<String>,
    new_writer: Option<String>,
    reason: Option<String>,
    reassigned_by: String,
}

/// When an order is due.
#[derive(Debug, Serialize, ToSchema)]
struct OrderDeadlines {
    client_deadline: Option<DateTime<Utc>>,
    /// Not for clients.
    writer_deadline: Option<DateTime<Utc>>,
}

/// What an order is about.
#[derive(Debug, Serialize, ToSchema)]
struct OrderDetails {
    type_of_work: Option<String>,
    paper_type: Option<String>,
    number_of_pages: i32,
    subject: Option<String>,
}

impl EnhancedOrderStatus {
    pub(super) fn new(course: Course, reader: Role, now: DateTime<Utc>) -> Self {
        let Course { order, transitions, reassignments, opinions } = course;
        let own_deadline = if reader == Role::Client { None } else { order.writer_deadline_at };
        Self {
            progress: OrderProgress::new(order.status, &transitions),
            estimated_completion: EstimatedCompletion::new(&order, now),
            writer_activity: WriterActivity::new(&order, &transitions, reader, now),
            revision_history: transitions
                .iter()
                .filter(|row| row.new_status.is_in_revision())
                .map(|row| RevisionStep::new(row, reader))
                .collect(),
            quality_metrics: QualityMetrics::new(&opinions, &transitions),
            status_timeline: transitions.iter().map(|row| StatusStep::new(row, reader)).collect(),
            writer_reassignments: reassignments
                .into_iter()
                .map(|row| WriterReassignment::new(row, reader))
                .collect(),
            deadlines: OrderDeadlines {
                client_deadline: order.client_deadline_at,
                writer_deadline: own_deadline,
            },
            order_id: order.id,
            current_status: order.status,
            order_topic: order.topic,
            order_details: OrderDetails {
                type_of_work: order.work_type,
                paper_type: order.paper_type,
                number_of_pages: order.number_of_pages,
                subject: order.subject,
            },
        }
    }
}

fn named(person: UserName, reader: Role) -> String {
    UserRef::seen_by(reader, person).username
}

fn actor(row: &Transition, reader: Role) -> String {
    let actor = row.actor.clone().filter(|_| !row.is_automatic);
    actor.map_or_else(|| SYSTEM.to_owned(), |actor| named(actor, reader))
}

/// In hours, and in days.
fn spans(span: TimeDelta) -> [Decimal; 2] {
    let micros = span.num_microseconds().unwrap_or(i64::MAX);
    [Decimal::mean_hours(micros, 1), Decimal::mean_days(micros, 1)].map(Option::unwrap_or_default)
}

impl OrderProgress {
    fn new(status: OrderStatus, transitions: &[Transition]) -> Self {
        let newest = transitions.iter().rev().take(RECENT);
        let update = |row: &Transition| ProgressUpdate {
            timestamp: row.created_at,
            progress_percentage: percentage(row.new_status),
            notes: row.action.clone(),
        };
        Self { percentage: percentage(status), recent_updates: newest.map(update).collect() }
    }
}

impl EstimatedCompletion {
    fn new(order: &Order, now: DateTime<Utc>) -> Option<Self> {
        let of_writer = order.writer_deadline_at.filter(|_| order.writer.is_some());
        let deadline = of_writer.or(order.client_deadline_at)?;
        let is_overdue = deadline < now;
        let left = if is_overdue { TimeDelta::zero() } else { deadline - now };
        let [hours_remaining, days_remaining] = spans(left);
        Some(Self { deadline, hours_remaining, days_remaining, is_overdue })
    }
}

impl WriterActivity {
    fn new(order: &Order, transitions: &[Transition], reader: Role, now: DateTime<Utc>) -> Option<Self> {
        let writer = order.writer.clone()?;
        let own = |row: &&Transition| row.actor.as_ref().is_some_and(|actor| actor.id == writer.id);
        let last_activity = transitions.iter().rev().find(own).map_or(order.updated_at, |row| row.created_at);
        let since = (now - last_activity).max(TimeDelta::zero());
        let [hours_since_activity, _] = spans(since);
        Some(Self {
            writer_id: writer.id,
            writer_username: named(writer, reader),
            is_active: since < ACTIVE,
            last_activity,
            hours_since_activity,
        })
    }
}

impl RevisionStep {
    fn new(row: &Transition, reader: Role) -> Self {
        Self {
            timestamp: row.created_at,
            status: row.new_status,
            action: row.action.clone(),
            is_automatic: row.is_automatic,
            actor: actor(row, reader),
        }
    }
}

impl StatusStep {
    fn new(row: &Transition, reader: Role) -> Self {
        Self {
            timestamp: row.created_at,
            from_status: row.old_status,
            to_status: row.new_status,
            action: row.action.clone(),
            is_automatic: row.is_automatic,
            actor: actor(row, reader),
        }
    }
}

impl QualityMetrics {
    fn new(opinions: &Opinions, transitions: &[Transition]) -> Self {
        let requests = transitions.iter().filter(|row| row.new_status == OrderStatus::RevisionRequested);
        Self {
            revision_count: requests.count(),
            dispute_count: opinions.disputes,
            has_reviews: opinions.reviews > 0,
            average_rating: opinions.rating.map(|rating| Hundredths(rating).into()),
        }
    }
}

impl WriterReassignment {
    fn new(row: Reassignment, reader: Role) -> Self {
        let Reassignment { created_at, reason, previous, writer, giver } = row;
        Self {
            timestamp: created_at,
            previous_writer: previous.map(|person| named(person, reader)),
            new_writer: Some(named(writer, reader)),
            reason,
            reassigned_by: giver.map_or_else(|| SYSTEM.to_owned(), |person| named(person, reader)),
        }
    }
}
