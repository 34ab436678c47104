//! Bundles whose deposit is not paid in full.

use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Expr},
};
use tally_entity::{ClassBundleStatus, WebsiteScope, class_bundle};

use super::bundle::{ClassBundle, bundles};

#[derive(Debug, FromQueryResult)]
pub(crate) struct PendingBundle {
    /// How many there are in all; the same in every row.
    pub(crate) bundles: i64,
    #[sea_orm(nested)]
    pub(crate) bundle: ClassBundle,
}

/// The `limit` newest.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    limit: u64,
) -> Result<Vec<PendingBundle>, DbErr> {
    bundles()
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "bundles")
        .filter(scope.of(class_bundle::COLUMN.website_id))
        .filter(deposit_pending())
        .order_by_desc(class_bundle::Column::CreatedAt)
        .order_by_desc(class_bundle::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Work is to be done, and less than the deposit is paid. In the words of the index, and without asking whether
/// a deposit is required: nothing less than nothing is ever paid.
pub(super) fn deposit_pending() -> Condition {
    use ClassBundleStatus::{InProgress, NotStarted};
    use class_bundle::Column::{DepositPaidCents, DepositRequiredCents};
    let columns = [DepositPaidCents, DepositRequiredCents].map(ColumnTrait::into_expr);
    Condition::all()
        .add(Expr::cust_with_exprs("$1 < $2", columns))
        .add(class_bundle::COLUMN.status.is_in([NotStarted, InProgress]))
}
