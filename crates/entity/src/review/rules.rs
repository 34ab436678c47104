//! What a word about reviews means, on every screen.

use sea_orm::{
    ColumnTrait, ExprTrait, IntoSimpleExpr,
    sea_query::{Condition, Expr},
};

use super::{COLUMN, ReviewKind};
use crate::{ids::UserId, words::one_of};

/// Waits for a decision: not approved yet, hidden, or marked. In the words of the moderation queue's index.
pub fn pending() -> Expr {
    let approved = COLUMN.is_approved.into_simple_expr();
    approved.not().or(COLUMN.is_shadowed.into_simple_expr()).or(flagged())
}

/// Shown to everybody. One that is flagged besides is pending too.
pub fn approved() -> Expr {
    COLUMN.is_approved.into_simple_expr().and(COLUMN.is_shadowed.into_simple_expr().not())
}

/// Marked as doubtful.
pub fn flagged() -> Expr {
    COLUMN.is_flagged.into_simple_expr()
}

/// What counts for the rating of a user: reviews of him and of his orders that are not hidden.
pub fn counted_for(user: UserId) -> Condition {
    Condition::all()
        .add(COLUMN.reviewed_user_id.eq(user))
        .add(one_of(COLUMN.kind, &[ReviewKind::Writer, ReviewKind::Order]))
        .add(COLUMN.is_shadowed.into_simple_expr().not())
}
