//! What a word about refunds means, on every screen.

use sea_orm::{
    ColumnTrait,
    sea_query::{Expr, ExprTrait},
};

use super::Column;

/// What a refund gives back, in minor units, wherever it goes.
pub fn amount_cents() -> Expr {
    Column::WalletAmountCents.into_expr().add(Column::ExternalAmountCents.into_expr())
}
