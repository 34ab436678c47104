//! The rows of a period, by the UTC day they were made on.

use chrono::NaiveDate;
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr},
};
use tally_db::aggregate::{count, count_where, sum_where, utc_day};
use tally_kernel::Period;

#[derive(Debug, FromQueryResult)]
pub(crate) struct PlacedDay {
    pub(crate) day: NaiveDate,
    pub(crate) placed: i64,
    pub(crate) completed: i64,
    /// Of the completed ones.
    pub(crate) revenue_cents: i64,
}

/// Made in a period.
pub(crate) fn placed_in(created_at: impl ColumnTrait, Period { from, until }: Period) -> Condition {
    Condition::all().add(created_at.gte(from)).add(created_at.lt(until))
}

/// `rows`, without columns yet, by the day of `created_at`, oldest first; what is `completed` is worth `cents`.
pub(crate) async fn days<E: EntityTrait>(
    db: &impl ConnectionTrait,
    rows: Select<E>,
    created_at: E::Column,
    completed: Expr,
    cents: E::Column,
) -> Result<Vec<PlacedDay>, DbErr> {
    rows.expr_as(utc_day(created_at), "day")
        .expr_as(count(), "placed")
        .expr_as(count_where(completed.clone()), "completed")
        .expr_as(sum_where(cents, completed), "revenue_cents")
        .group_by(Expr::col(Alias::new("day")))
        .order_by_asc(Expr::col(Alias::new("day")))
        .into_model()
        .all(db)
        .await
}
