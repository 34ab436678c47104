//! What a word about assignments means, on every screen.

use sea_orm::sea_query::Expr;

use super::{AssignmentStatus, COLUMN};
use crate::words::one_of;

/// The one that says who has an order now; an order has one at most.
pub fn live() -> Expr {
    one_of(COLUMN.status, &[AssignmentStatus::Offered, AssignmentStatus::Accepted])
}
