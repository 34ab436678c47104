//! What a word about installments means, on every screen.
//!
//! Conditions that an index is built for are literals in the SQL text: a bound value hides them from the
//! planner.

use sea_orm::{ExprTrait, prelude::Date, sea_query::Expr};

use super::COLUMN;

/// Every installment that counts: what is no longer owed does not.
pub fn counted() -> Expr {
    COLUMN.cancelled_at.is_null()
}

/// Settled.
pub fn paid() -> Expr {
    COLUMN.paid_at.is_not_null()
}

/// Not settled, whenever it is due.
pub fn owed() -> Expr {
    COLUMN.paid_at.is_null()
}

/// Not settled and not late either. Without a date it is neither this nor overdue.
pub fn unpaid(today: Date) -> Expr {
    owed().and(COLUMN.due_on.gte(today))
}

/// Not settled although the day has passed; null when there is no such day.
pub fn overdue(today: Date) -> Expr {
    owed().and(COLUMN.due_on.lt(today))
}
