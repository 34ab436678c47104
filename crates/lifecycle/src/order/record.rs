//! What the log of staff's work says about changed orders.

use sea_orm::{DatabaseTransaction, DbErr, prelude::Json};
use serde_json::{Map, json};
use tally_auth::audit::{self, ActionKind, Entry};
use tally_entity::{AssignmentSource, order};

use super::{Cause, Changed, Given};

/// An entry for each order, when somebody of the staff did it.
pub(super) async fn changes(
    tx: &DatabaseTransaction,
    changed: &[Changed],
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let action = |Changed { before, after }: &Changed| {
        format!("Changed order {} from {} to {}", before.id, before.status, after.status)
    };
    record(tx, changed, ActionKind::Status, action, cause).await
}

/// An entry for each order, when somebody of the staff did it.
pub(super) async fn assignments(
    tx: &DatabaseTransaction,
    changed: &[Changed],
    given: &[Given],
    source: AssignmentSource,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let from = if source == AssignmentSource::Request { " from a request" } else { "" };
    let action = |Changed { before, .. }: &Changed| {
        let writer = given.iter().find(|given| given.order.id == before.id);
        let writer = writer.map_or("", |given| &given.username);
        format!("Assigned order {} to {writer}{from}", before.id)
    };
    record(tx, changed, ActionKind::Assigned, action, cause).await
}

async fn record(
    tx: &DatabaseTransaction,
    changed: &[Changed],
    kind: ActionKind,
    action: impl Fn(&Changed) -> String,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    if !cause.by.is_staff() {
        return Ok(());
    }
    let entries = changed.iter().map(|changed| entry(changed, kind, action(changed), cause));
    audit::record_all(tx, entries).await
}

fn entry<'a>(changed: &Changed, kind: ActionKind, action: String, cause: &Cause<'a>) -> Entry<'a> {
    let Changed { before: was, after: is } = changed;
    let (mut before, mut after) = (Map::new(), Map::new());
    for ((column, old), (_, new)) in columns(was).into_iter().zip(columns(is)).filter(|(old, new)| old != new)
    {
        before.insert(column.to_owned(), old);
        after.insert(column.to_owned(), new);
    }
    Entry {
        actor: cause.by,
        kind,
        action,
        website: Some(was.website_id),
        target: ("order", was.id.0),
        before: Some(Json::Object(before)),
        after: Some(Json::Object(after)),
        trail: cause.trail,
    }
}

/// The columns that a change of status may touch.
fn columns(order: &order::Model) -> [(&'static str, Json); 12] {
    [
        ("status", json!(order.status)),
        ("is_paid", json!(order.is_paid)),
        ("paid_at", json!(order.paid_at)),
        ("assigned_writer_id", json!(order.assigned_writer_id)),
        ("assigned_at", json!(order.assigned_at)),
        ("client_deadline_at", json!(order.client_deadline_at)),
        ("writer_deadline_at", json!(order.writer_deadline_at)),
        ("writer_compensation_cents", json!(order.writer_compensation_cents)),
        ("submitted_at", json!(order.submitted_at)),
        ("completed_at", json!(order.completed_at)),
        ("completed_by_id", json!(order.completed_by_id)),
        ("cancelled_at", json!(order.cancelled_at)),
    ]
}
