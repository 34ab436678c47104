//! A writer's level, what he has done, and what the next level asks for.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, ExprTrait, Query},
};
use tally_db::aggregate::count;
use tally_entity::{UserId, writer_level, writer_performance_snapshot};
use tally_kernel::Period;
use tokio::try_join;

use super::{
    ladder,
    record::{Done, done, takes},
    reviews::{self, Rating},
};
use crate::repository::profile::{self, Profile};

#[derive(Debug)]
pub(crate) struct Level {
    pub(crate) profile: Profile,
    pub(crate) done: Done,
    pub(crate) rating: Rating,
    pub(crate) takes: i64,
    /// The active levels, the lowest first.
    pub(crate) levels: Vec<writer_level::Model>,
    pub(crate) snapshot: Option<Snapshot>,
}

/// The figures of the last finished period.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Snapshot {
    /// Hundredths, like the rate.
    pub(crate) average_rating: Option<i64>,
    pub(crate) total_orders: i32,
    pub(crate) completion_rate: i64,
    /// How many of the same website did better.
    pub(crate) better: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<Level, DbErr> {
    let (profile, done, rating, takes, levels, snapshot) = try_join!(
        profile::load(db, writer),
        done(db, writer, now),
        reviews::load(db, writer, Condition::all(), Period::last_days(30, now)),
        takes(db, writer),
        ladder::load(db, writer),
        snapshot(db, writer),
    )?;
    Ok(Level { profile, done, rating, takes, levels, snapshot })
}

async fn snapshot(db: &impl ConnectionTrait, writer: UserId) -> Result<Option<Snapshot>, DbErr> {
    use writer_performance_snapshot::{COLUMN, Column as S, Entity};
    let other = Alias::new("other");
    let of_other = |column: S| Expr::col((other.clone(), column));
    let better = Query::select()
        .expr(count())
        .from_as(Entity, other.clone())
        .and_where(of_other(S::WebsiteId).eq(S::WebsiteId.into_expr()))
        .and_where(of_other(S::PeriodFromOn).eq(S::PeriodFromOn.into_expr()))
        .and_where(of_other(S::PeriodToOn).eq(S::PeriodToOn.into_expr()))
        .and_where(of_other(S::CompositeScore).gt(S::CompositeScore.into_expr()))
        .take();
    let hundredths = |column: S| Expr::cust_with_expr("($1 * 100)::bigint", column.into_expr());
    Entity::find()
        .select_only()
        .expr_as(hundredths(S::AverageRating), "average_rating")
        .column(S::TotalOrders)
        .expr_as(hundredths(S::CompletionRate), "completion_rate")
        .expr_as(Expr::SubQuery(None, Box::new(better.into())), "better")
        .filter(COLUMN.writer_id.eq(writer))
        .order_by_desc(S::PeriodToOn)
        .order_by_desc(S::Id)
        .limit(1)
        .into_model()
        .one(db)
        .await
}
