//! What points were awarded for.

use sea_orm::{DbErr, QueryOrder, QuerySelect, entity::prelude::*};
use tally_db::aggregate::sum;
use tally_entity::{LoyaltyTransactionType, WebsiteScope, loyalty_transaction};

use super::wanted::{Wanted, with_clients};

/// Sources by name, and the points they brought.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
) -> Result<Vec<(String, i64)>, DbErr> {
    let change = loyalty_transaction::COLUMN;
    with_clients(scope, wanted)
        .column(loyalty_transaction::Column::Source)
        .expr_as(sum(change.points), "points")
        .filter(change.transaction_type.eq(LoyaltyTransactionType::Add))
        .group_by(loyalty_transaction::Column::Source)
        .order_by_asc(loyalty_transaction::Column::Source)
        .into_tuple()
        .all(db)
        .await
}
