//! What a word about orders means, on every screen.
//!
//! Conditions that an index is built for are literals in the SQL text: a bound value hides them from the
//! planner.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, ExprTrait,
    sea_query::{Condition, Expr, Func, Query},
};

use super::{COLUMN, Column, OrderStatus, groups};
use crate::{
    ids::{UserId, WebsiteId},
    preferred_writer_response::{self, PreferredWriterAnswer},
    words::one_of,
};

/// How long an order may lie untouched before it counts as stuck.
const STUCK_AFTER: TimeDelta = TimeDelta::days(7);

/// The marks that an order may carry, as its column allows them.
pub const FLAGS: [&str; 12] = ["UO", "FCO", "HVO", "PO", "RCO", "CO", "LO", "DO", "AO", "EO", "URO", "RO"];

/// Every order that counts: removed ones do not.
pub fn counted() -> Expr {
    COLUMN.deleted_at.is_null()
}

/// What a writer has or had to do.
pub fn assigned_to(writer: UserId) -> Condition {
    Condition::all().add(COLUMN.assigned_writer_id.eq(writer)).add(counted())
}

/// What a writer plans for: his own deadline before the client's.
pub fn due() -> Expr {
    first_of([Column::WriterDeadlineAt, Column::ClientDeadlineAt])
}

/// Done, once and for all.
pub fn finished() -> Expr {
    COLUMN.completed_at.is_not_null()
}

/// Finished, and handed in after what the client was told; the writer's own deadline counts where he was told
/// nothing.
pub fn late() -> Condition {
    Condition::all().add(finished()).add(handed_in().gt(promised()))
}

/// Finished by its deadline; an order without one is neither on time nor late.
pub fn on_time() -> Condition {
    Condition::all().add(finished()).add(handed_in().lte(promised()))
}

fn handed_in() -> Expr {
    first_of([Column::SubmittedAt, Column::CompletedAt])
}

fn promised() -> Expr {
    first_of([Column::ClientDeadlineAt, Column::WriterDeadlineAt])
}

fn first_of(columns: [Column; 2]) -> Expr {
    Func::coalesce(columns.map(ColumnTrait::into_expr)).into()
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
    untouched(STUCK_AFTER, now)
}

/// In work, and untouched for so long.
pub fn untouched(span: TimeDelta, now: DateTime<Utc>) -> Condition {
    use OrderStatus::{Assigned, InProgress, OnRevision, Pending};
    Condition::all()
        .add(one_of(COLUMN.status, &[InProgress, Assigned, OnRevision, Pending]))
        .add(COLUMN.updated_at.lt(now - span))
}

/// Takes up one of its writer's places.
pub fn active_work() -> Expr {
    use OrderStatus::{
        Assigned, InProgress, OnHold, OnRevision, RevisionInProgress, RevisionRequested, UnderEditing,
    };
    let statuses =
        [Assigned, InProgress, UnderEditing, RevisionRequested, RevisionInProgress, OnRevision, OnHold];
    one_of(COLUMN.status, &statuses)
}

/// Being done again.
pub fn in_revision() -> Expr {
    one_of(COLUMN.status, groups::REVISION)
}

/// Not paid, although it should be. Reminders are about these.
pub fn awaits_payment() -> Condition {
    use OrderStatus::{Archived, Cancelled, Closed, Draft, Expired, Refunded};
    let over = one_of(COLUMN.status, &[Draft, Cancelled, Refunded, Closed, Archived, Expired]);
    Condition::all().add(counted()).add(COLUMN.is_paid.eq(false)).add(over.not())
}

/// What a writer can have: paid, free, not kept for another, and not declined by himself before.
pub fn in_pool(website: WebsiteId, writer: UserId) -> Condition {
    let preferred = COLUMN.preferred_writer_id;
    let declined = Query::select()
        .column((preferred_writer_response::Entity, preferred_writer_response::Column::OrderId))
        .from(preferred_writer_response::Entity)
        .and_where(preferred_writer_response::COLUMN.writer_id.eq(writer))
        .and_where(preferred_writer_response::COLUMN.response.eq(PreferredWriterAnswer::Declined))
        .take();
    Condition::all()
        .add(one_of(COLUMN.status, &[OrderStatus::Available]))
        .add(COLUMN.assigned_writer_id.is_null())
        .add(counted())
        .add(COLUMN.is_paid.eq(true))
        .add(COLUMN.website_id.eq(website))
        .add(Condition::any().add(preferred.is_null()).add(preferred.eq(writer)))
        .add(COLUMN.id.not_in_subquery(declined))
}
