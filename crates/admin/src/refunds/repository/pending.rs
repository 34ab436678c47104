//! Refunds that wait to be made.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_entity::{RefundStatus, WebsiteScope, refund};

use super::refund::{Refund, newest_first, with_columns, with_payments};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Pending {
    /// How many there are in all; the same in every row.
    pub(crate) refunds: i64,
    #[sea_orm(nested)]
    pub(crate) refund: Refund,
}

/// The first `limit`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    limit: u64,
) -> Result<Vec<Pending>, DbErr> {
    let waiting = with_payments()
        .filter(scope.of(refund::COLUMN.website_id))
        .filter(refund::COLUMN.status.eq(RefundStatus::Pending));
    newest_first(with_columns(waiting))
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "refunds")
        .limit(limit)
        .into_model()
        .all(db)
        .await
}
