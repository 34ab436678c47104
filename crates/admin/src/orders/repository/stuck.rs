//! Orders in work that nobody has touched for a while.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};
use tally_entity::{WebsiteScope, order};

use super::{
    order::{Order, with_columns},
    span::{DAY, tenths},
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct StuckOrder {
    /// How many there are in all; the same in every row.
    pub(crate) orders: i64,
    #[sea_orm(nested)]
    pub(crate) order: Order,
    /// Hundredths of a day since the last change, rounded to tenths.
    pub(crate) days: i64,
}

/// Those untouched for `span`, the one untouched for longest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    span: TimeDelta,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Vec<StuckOrder>, DbErr> {
    with_columns(order::Entity::find().select_only())
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "orders")
        .expr_as(tenths(order::Column::UpdatedAt.into_expr(), now, DAY), "days")
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
        .filter(order::rules::untouched(span, now))
        .order_by_asc(order::Column::UpdatedAt)
        .order_by_asc(order::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}
