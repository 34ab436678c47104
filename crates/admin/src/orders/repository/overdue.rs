//! Orders past a deadline.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, Func, Order as Direction},
};
use tally_entity::{WebsiteScope, order};

use super::{
    order::{Order, with_columns},
    span::{HOUR, tenths},
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct OverdueOrder {
    /// How many there are in all; the same in every row.
    pub(crate) orders: i64,
    #[sea_orm(nested)]
    pub(crate) order: Order,
    /// Hundredths of an hour past the first deadline, rounded to tenths.
    pub(crate) hours: i64,
}

/// The one that is late for longest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Vec<OverdueOrder>, DbErr> {
    // The lesser of two where one is missing is the other.
    let first: Expr = Func::least(
        [order::Column::ClientDeadlineAt, order::Column::WriterDeadlineAt].map(ColumnTrait::into_expr),
    )
    .into();
    with_columns(order::Entity::find().select_only())
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "orders")
        .expr_as(tenths(first.clone(), now, HOUR), "hours")
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
        .filter(order::rules::overdue(now))
        .order_by(first, Direction::Asc)
        .order_by_asc(order::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}
