//! What a word about orders means, on every screen.
//!
//! Conditions that an index is built for are literals in the SQL text: a bound value hides them from the
//! planner.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait,
    sea_query::{Condition, Expr},
};

use super::{COLUMN, OrderStatus};
use crate::words::one_of;

/// How long an order may lie untouched before it counts as stuck.
const STUCK_AFTER: TimeDelta = TimeDelta::days(7);

/// Every order that counts: removed ones do not.
pub fn counted() -> Expr {
    COLUMN.deleted_at.is_null()
}

/// In work or waiting for it, and past one of its deadlines.
pub fn overdue(now: DateTime<Utc>) -> Condition {
    use OrderStatus::{Assigned, Available, InProgress, OnRevision, Pending};
    let late = Condition::any().add(COLUMN.client_deadline_at.lt(now)).add(COLUMN.writer_deadline_at.lt(now));
    Condition::all()
        .add(one_of(COLUMN.status, &[InProgress, Assigned, OnRevision, Pending, Available]))
        .add(late)
}

/// Nobody works on it although somebody should.
pub fn needs_assignment() -> Condition {
    use OrderStatus::{Available, Pending, Unpaid};
    Condition::all()
        .add(one_of(COLUMN.status, &[Available, Pending, Unpaid]))
        .add(COLUMN.assigned_writer_id.is_null())
}

/// In work, and untouched for a week.
pub fn stuck(now: DateTime<Utc>) -> Condition {
    use OrderStatus::{Assigned, InProgress, OnRevision, Pending};
    Condition::all()
        .add(one_of(COLUMN.status, &[InProgress, Assigned, OnRevision, Pending]))
        .add(COLUMN.updated_at.lt(now - STUCK_AFTER))
}
