//! Refunds with a receipt.

use sea_orm::{
    DbErr, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{NullOrdering, Order},
};
use tally_db::aggregate::count;
use tally_entity::{RefundId, refund};
use tokio::try_join;

use super::{
    refund::{Refund, with_columns, with_payments},
    visible::Viewer,
};

/// How many there are, and `limit` of them after the first `offset`, the one made last first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Refund>), DbErr> {
    let count = of(viewer).expr_as(count(), "count").into_tuple().require_one(db);
    let page = with_columns(of(viewer))
        .order_by_with_nulls(refund::Column::ProcessedAt, Order::Desc, NullOrdering::Last)
        .order_by_desc(refund::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(count, page)
}

/// Nothing when he sees no such receipt.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: RefundId,
) -> Result<Option<Refund>, DbErr> {
    with_columns(of(viewer)).filter(refund::COLUMN.id.eq(id)).into_model().one(db).await
}

fn of(viewer: Viewer) -> Select<refund::Entity> {
    with_payments().filter(viewer.sees()).filter(refund::COLUMN.receipt_code.is_not_null())
}
