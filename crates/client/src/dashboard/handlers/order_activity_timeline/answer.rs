//! Events of orders, by day.

use std::{cmp::Reverse, collections::HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use tally_entity::{OrderId, OrderStatus, Role, refs::UserName};
use tally_http::{Amount, UserRef};
use tally_kernel::Period;
use utoipa::ToSchema;

use crate::dashboard::{
    repository::order_activity_timeline::{Activity, Assignment, MOST, Order, Payment, Transition},
    words::{SYSTEM, in_words},
};

/// What happened to a client's orders.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderActivityTimeline {
    /// By day, the last first; within a day too.
    #[serde(serialize_with = "as_map")]
    #[schema(value_type = BTreeMap<String, Vec<TimelineEvent>>)]
    timeline: Vec<(NaiveDate, Vec<TimelineEvent>)>,
    total_events: usize,
    date_range: DateRange,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
}

/// When the orders were placed that were looked for.
#[derive(Debug, Serialize, ToSchema)]
struct DateRange {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

/// Something that happened to an order, or will.
#[derive(Debug, Serialize, ToSchema)]
struct TimelineEvent {
    timestamp: DateTime<Utc>,
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    /// Where the order stands, or where it went.
    #[schema(value_type = String)]
    status: OrderStatus,
    /// "System" when nobody did it.
    actor: String,
    /// Texts, numbers and flags, which differ by type.
    #[schema(value_type = Object)]
    details: Value,
}

fn as_map<S: Serializer>(days: &[(NaiveDate, Vec<TimelineEvent>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(days.iter().map(|(day, events)| (day, events)))
}

impl OrderActivityTimeline {
    pub(super) fn new(
        found: Activity,
        order_id: Option<OrderId>,
        period: Period,
        now: DateTime<Utc>,
    ) -> Self {
        let mut events = events(found, now);
        events.sort_by_key(|event| (Reverse(event.timestamp), event.order_id));
        events.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
        let total_events = events.len();
        let mut timeline = Vec::<(NaiveDate, Vec<TimelineEvent>)>::new();
        for event in events {
            let day = event.timestamp.date_naive();
            match timeline.last_mut() {
                Some((last, events)) if *last == day => events.push(event),
                _ => timeline.push((day, vec![event])),
            }
        }
        let date_range = DateRange { from: period.from, to: period.until };
        Self { timeline, total_events, date_range, order_id }
    }
}

/// What every event of an order says.
struct About {
    id: OrderId,
    topic: String,
    status: OrderStatus,
}

impl About {
    fn event(&self, kind: &'static str, timestamp: DateTime<Utc>, description: String) -> TimelineEvent {
        TimelineEvent {
            timestamp,
            kind,
            description,
            order_id: self.id,
            order_topic: self.topic.clone(),
            status: self.status,
            actor: SYSTEM.to_owned(),
            details: json!({}),
        }
    }
}

fn events(found: Activity, now: DateTime<Utc>) -> Vec<TimelineEvent> {
    let Activity { orders, transitions, payments, assignments } = found;
    let mut abouts = HashMap::new();
    let mut events = Vec::new();
    for order in orders {
        let about = About { id: order.id, topic: order.topic.clone(), status: order.status };
        events.extend(of_order(order, &about, now));
        abouts.insert(about.id, about);
    }
    let about = |order: &OrderId| abouts.get(order);
    events.extend(transitions.into_iter().filter_map(|row| Some(changed(about(&row.order_id)?, row))));
    events.extend(payments.into_iter().filter_map(|row| Some(paid(about(&row.order_id)?, &row))));
    events.extend(assignments.into_iter().filter_map(|row| Some(assigned(about(&row.order_id)?, row))));
    events
}

/// Under the name that a client may know.
fn named(person: Option<&UserName>) -> String {
    person.map_or_else(|| SYSTEM.to_owned(), |person| UserRef::seen_by(Role::Client, person.clone()).username)
}

fn of_order(order: Order, about: &About, now: DateTime<Utc>) -> impl Iterator<Item = TimelineEvent> {
    let Order { id, created_at, submitted_at, client_deadline_at, placer, client, writer, .. } = order;
    let created = TimelineEvent {
        actor: named(placer.as_ref().or(client.as_ref())),
        ..about.event("order_created", created_at, format!("Order #{id} was created"))
    };
    let submitted = submitted_at.map(|at| TimelineEvent {
        actor: named(writer.as_ref()),
        ..about.event("order_submitted", at, "The order was submitted".to_owned())
    });
    let due = client_deadline_at.map(|at| TimelineEvent {
        details: json!({ "is_overdue": at < now }),
        ..about.event("client_deadline", at, "Client deadline".to_owned())
    });
    [Some(created), submitted, due].into_iter().flatten()
}

fn changed(about: &About, row: Transition) -> TimelineEvent {
    let Transition { order_id: _, old_status, new_status, action, is_automatic, created_at, actor } = row;
    let description =
        format!("Status changed from {} to {}", in_words(old_status.as_str()), in_words(new_status.as_str()));
    TimelineEvent {
        status: new_status,
        actor: named(actor.as_ref().filter(|_| !is_automatic)),
        details: json!({
            "old_status": old_status, "new_status": new_status, "action": action, "is_automatic": is_automatic,
        }),
        ..about.event("status_changed", created_at, description)
    }
}

fn paid(about: &About, row: &Payment) -> TimelineEvent {
    let Payment { order_id: _, amount_cents, status, method, created_at, payer } = row;
    let description = format!("Payment of ${}.{:02}: {status}", amount_cents / 100, amount_cents % 100);
    let mut details = json!({ "amount": Amount::cents(*amount_cents), "payment_status": status });
    details["payment_method"] = json!(method.map_or("N/A", tally_entity::PaymentMethod::as_str));
    TimelineEvent {
        actor: named(payer.as_ref()),
        details,
        ..about.event("payment_event", *created_at, description)
    }
}

fn assigned(about: &About, row: Assignment) -> TimelineEvent {
    let Assignment { order_id: _, responded_at, created_at, writer, giver } = row;
    let writer = UserRef::seen_by(Role::Client, writer);
    let description = format!("Writer {} was assigned", writer.username);
    TimelineEvent {
        actor: named(giver.as_ref()),
        details: json!({ "writer_id": writer.id, "writer_username": writer.username }),
        ..about.event("writer_assigned", responded_at.unwrap_or(created_at), description)
    }
}
