//! Orders by when they were placed.

use chrono::NaiveDate;
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Alias};
use tally_db::aggregate::{count, sum_where, utc_day, utc_month};
use tally_entity::{WebsiteScope, order};
use tally_kernel::Period;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Placed {
    /// The day, or the first day of the month.
    pub(crate) since: NaiveDate,
    pub(crate) orders: i64,
    /// Of the paid ones.
    pub(crate) revenue_cents: i64,
}

/// Days with an order, ascending.
pub(crate) async fn by_day(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<Placed>, DbErr> {
    by(db, scope, period, utc_day(order::COLUMN.created_at)).await
}

/// Months with an order, ascending.
pub(crate) async fn by_month(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<Placed>, DbErr> {
    by(db, scope, period, utc_month(order::COLUMN.created_at)).await
}

async fn by(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
    since: Expr,
) -> Result<Vec<Placed>, DbErr> {
    let order = order::COLUMN;
    order::Entity::find()
        .select_only()
        .expr_as(since, "since")
        .expr_as(count(), "orders")
        .expr_as(sum_where(order.total_price_cents, order.is_paid.eq(true)), "revenue_cents")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(order.created_at.gte(period.from))
        .filter(order.created_at.lt(period.until))
        .group_by(Expr::col(Alias::new("since")))
        .order_by_asc(Expr::col(Alias::new("since")))
        .into_model::<Placed>()
        .all(db)
        .await
}
