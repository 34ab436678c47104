//! What a word about payments means, on every screen.

use sea_orm::sea_query::Expr;

use super::{COLUMN, PaymentStatus};
use crate::words::one_of;

/// The statuses of a payment that is income.
pub const INCOME: [PaymentStatus; 2] = [PaymentStatus::Completed, PaymentStatus::Succeeded];

/// Money that came in; it counts from `effective_at` on.
pub fn income() -> Expr {
    one_of(COLUMN.status, &INCOME)
}
