//! Statuses that screens ask for by one name.

use super::OrderStatus::{
    self, Approved, Archived, Assigned, Available, Cancelled, Closed, Completed, Created, Critical, Disputed,
    Expired, InProgress, Late, OnHold, OnRevision, Pending, PendingPreferred, PendingWriterAssignment, Rated,
    Reassigned, Refunded, Reviewed, Revised, RevisionInProgress, RevisionRequested, Submitted, UnderEditing,
    Unpaid,
};

/// Paid for or to be paid for, and not yet done.
pub const IN_WORK: &[OrderStatus] = &[
    Available,
    PendingPreferred,
    PendingWriterAssignment,
    Assigned,
    InProgress,
    OnHold,
    Reassigned,
    Submitted,
    UnderEditing,
    RevisionRequested,
    OnRevision,
    RevisionInProgress,
    Revised,
];

/// Being done again.
pub const REVISION: &[OrderStatus] = &[RevisionRequested, OnRevision, RevisionInProgress, Revised];

/// The group of the archived, which most people see only when they ask for it.
pub const ARCHIVED: &[OrderStatus] = &[Archived, Refunded, Cancelled, Expired];

/// Every group by its name. A status may be in several.
#[rustfmt::skip]
pub const ALL: &[(&str, &[OrderStatus])] = &[
    ("initial", &[Created, Pending, Unpaid]),
    ("payment", &[Available, Pending]),
    ("assignment", &[PendingWriterAssignment, PendingPreferred, Available]),
    ("active", &[Created, Pending, Unpaid, Available, Assigned, InProgress, UnderEditing, OnHold, Reassigned, Submitted]),
    ("pending", &[Pending, Unpaid, PendingPreferred, PendingWriterAssignment, Available]),
    ("submission", &[Submitted, Reviewed, Rated]),
    ("revision", REVISION),
    ("editing", &[UnderEditing]),
    ("needs_attention", &[RevisionRequested, OnRevision, RevisionInProgress, Revised, Disputed, Late, Critical, OnHold]),
    ("completed", &[Completed, Approved, Rated, Reviewed, Closed]),
    ("cancelled", &[Cancelled, Refunded]),
    ("archived", ARCHIVED),
    ("final", &[Closed, Archived]),
];

/// The statuses of a group; none for a name that no group has.
pub fn named(name: &str) -> &'static [OrderStatus] {
    ALL.iter().find(|(group, _)| *group == name).map_or(&[], |(_, statuses)| statuses)
}

impl OrderStatus {
    /// Whether somebody works on such an order, or shall.
    pub fn is_in_work(self) -> bool {
        IN_WORK.contains(&self)
    }

    /// Whether such an order is being done again.
    pub fn is_in_revision(self) -> bool {
        REVISION.contains(&self)
    }
}
