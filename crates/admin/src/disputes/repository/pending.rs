//! Disputes that nobody has taken up.

use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, Select, entity::prelude::*};
use tally_entity::{DisputeStatus, WebsiteScope, dispute};

use super::dispute::{Dispute, with_columns, with_orders};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Pending {
    /// How many there are in all; the same in every row.
    pub(crate) disputes: i64,
    #[sea_orm(nested)]
    pub(crate) dispute: Dispute,
}

/// The first `limit`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    limit: u64,
) -> Result<Vec<Pending>, DbErr> {
    let open = with_orders()
        .filter(scope.of(dispute::COLUMN.website_id))
        .filter(dispute::COLUMN.status.eq(DisputeStatus::Open));
    newest_first(with_columns(open))
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "disputes")
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Of disputes of the same instant the one with the larger id first.
pub(super) fn newest_first(disputes: Select<dispute::Entity>) -> Select<dispute::Entity> {
    disputes.order_by_desc(dispute::Column::CreatedAt).order_by_desc(dispute::Column::Id)
}
