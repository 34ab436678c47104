//! The orders of a period and how they went, by the day they came in.

use chrono::NaiveDate;
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count, count_where, utc_day};
use tally_entity::{UserId, order};
use tally_kernel::Period;
use tokio::try_join;

use super::reviews::{self, Rating, submitted_in};
use crate::repository::profile::active_orders;

#[derive(Debug)]
pub(crate) struct Performance {
    /// Oldest first.
    pub(crate) days: Vec<OrderDay>,
    pub(crate) active: i64,
    pub(crate) rating: Rating,
}

/// The orders that came in on a day.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct OrderDay {
    pub(crate) day: NaiveDate,
    pub(crate) orders: i64,
    pub(crate) finished: i64,
    pub(crate) on_time: i64,
    pub(crate) late: i64,
    pub(crate) revised: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    period: Period,
) -> Result<Performance, DbErr> {
    let (days, active, rating) = try_join!(
        days(db, writer, period),
        active_orders(db, writer),
        reviews::load(db, writer, submitted_in(period), period),
    )?;
    Ok(Performance { days, active, rating })
}

async fn days(db: &impl ConnectionTrait, writer: UserId, period: Period) -> Result<Vec<OrderDay>, DbErr> {
    use order::rules;
    let created_at = order::COLUMN.created_at;
    let day = || utc_day(created_at);
    let all = |condition| Condition::all().add::<sea_orm::sea_query::Expr>(condition);
    order::Entity::find()
        .select_only()
        .expr_as(day(), "day")
        .expr_as(count(), "orders")
        .expr_as(count_where(all(rules::finished())), "finished")
        .expr_as(count_where(rules::on_time()), "on_time")
        .expr_as(count_where(rules::late()), "late")
        .expr_as(count_where(all(rules::in_revision())), "revised")
        .filter(rules::assigned_to(writer))
        .filter(created_at.gte(period.from))
        .filter(created_at.lt(period.until))
        .group_by(day())
        .order_by_asc(day())
        .into_model()
        .all(db)
        .await
}
