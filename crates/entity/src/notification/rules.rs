//! What a word about notices means, on every screen.
//!
//! Conditions that an index is built for are literals in the SQL text: a bound value hides them from the
//! planner.

use sea_orm::{ColumnTrait, Condition, prelude::DateTimeUtc, sea_query::Expr};

use super::{COLUMN, Column};

/// The areas that notices are shown in.
pub const AREAS: [&str; 8] =
    ["order", "payment", "ticket", "message", "announcement", "social", "job", "system"];

/// Still worth reading.
pub fn current(now: DateTimeUtc) -> Condition {
    Condition::any().add(COLUMN.expires_at.is_null()).add(COLUMN.expires_at.gt(now))
}

/// Not read yet.
pub fn unread() -> Expr {
    COLUMN.read_at.is_null()
}

/// Which of [`AREAS`] a notice is shown in: its category says so where it is of the feed or of jobs, the
/// first part of its event elsewhere.
pub fn area() -> Expr {
    Expr::cust_with_exprs(
        "CASE WHEN $1 = 'social' THEN 'social' \
         WHEN $1 IN ('new_job_alert', 'job_reminder', 'job_acceptance') THEN 'job' \
         ELSE CASE split_part($2, '.', 1) WHEN 'order' THEN 'order' WHEN 'payment' THEN 'payment' \
         WHEN 'refund' THEN 'payment' WHEN 'tip' THEN 'payment' WHEN 'payout' THEN 'payment' \
         WHEN 'wallet' THEN 'payment' WHEN 'invoice' THEN 'payment' WHEN 'fine' THEN 'payment' \
         WHEN 'ticket' THEN 'ticket' WHEN 'message' THEN 'message' WHEN 'announcement' THEN 'announcement' \
         ELSE 'system' END END",
        [Column::Category.into_expr(), Column::Event.into_expr()],
    )
}
