//! What a word about advances means, on every screen.

use sea_orm::{ColumnTrait, sea_query::Expr};

use super::Column;

/// What the writer still has to give back: of what he was promised or paid, what he did not repay.
pub fn outstanding() -> Expr {
    let columns = [Column::Status, Column::ApprovedCents, Column::DisbursedCents, Column::RepaidCents];
    Expr::cust_with_exprs(
        "CASE $1 WHEN 'approved' THEN coalesce($2, 0) - $4 WHEN 'disbursed' THEN $3 - $4 ELSE 0 END",
        columns.map(ColumnTrait::into_expr),
    )
}
