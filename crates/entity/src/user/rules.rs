//! What a word about users means, on every screen.

use sea_orm::{
    ColumnTrait,
    sea_query::{Condition, Expr},
};

use super::{COLUMN, Column};

/// Everybody who counts: removed people do not.
pub fn counted() -> Expr {
    COLUMN.deleted_at.is_null()
}

/// Can be given work.
pub fn may_work() -> Condition {
    Condition::all().add(counted()).add(COLUMN.is_active.eq(true)).add(COLUMN.is_suspended.eq(false))
}

/// The text that people are searched in, in the words of its index.
pub fn names() -> Expr {
    Expr::cust_with_exprs(
        "$1 || ' ' || $2 || ' ' || $3 || ' ' || $4",
        [Column::Username, Column::Email, Column::FirstName, Column::LastName].map(ColumnTrait::into_expr),
    )
}
