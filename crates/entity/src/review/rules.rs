//! What a word about reviews means, on every screen.

use sea_orm::{ExprTrait, IntoSimpleExpr, sea_query::Expr};

use super::COLUMN;

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
