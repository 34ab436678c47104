//! What a word about discounts means, on every screen.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr};

use super::COLUMN;

/// Every discount that counts: removed ones do not.
pub fn counted() -> Expr {
    COLUMN.deleted_at.is_null()
}

/// Somebody can use it now, if he has not used it too often.
pub fn active(now: DateTime<Utc>) -> Condition {
    let started = Condition::any().add(COLUMN.starts_at.is_null()).add(COLUMN.starts_at.lte(now));
    let going_on = Condition::any().add(COLUMN.ends_at.is_null()).add(COLUMN.ends_at.gt(now));
    Condition::all()
        .add(COLUMN.is_active.eq(true))
        .add(COLUMN.archived_at.is_null())
        .add(started)
        .add(going_on)
}
