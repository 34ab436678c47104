//! The orders of a period: by day, by kind of work, by where they stand.

use chrono::NaiveDate;
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Expr, Func},
};
use tally_db::aggregate::{count, count_where, micros_between, sum, sum_where, utc_day};
use tally_entity::{OrderStatus, WebsiteScope, order, work_type};
use tally_kernel::Period;
use tokio::try_join;

use super::order::work_type_of;

#[derive(Debug)]
pub(crate) struct OrdersAnalytics {
    /// Oldest first.
    pub(crate) days: Vec<PlacedDay>,
    pub(crate) services: Vec<OfService>,
    pub(crate) statuses: Vec<OfStatus>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct PlacedDay {
    pub(crate) day: NaiveDate,
    pub(crate) orders: i64,
    pub(crate) completed: i64,
    /// Of the completed ones.
    pub(crate) revenue_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OfService {
    pub(crate) service: String,
    pub(crate) orders: i64,
    /// Of the completed ones.
    pub(crate) revenue_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OfStatus {
    pub(crate) status: OrderStatus,
    pub(crate) orders: i64,
    /// With a time of completion.
    pub(crate) finished: i64,
    /// How long these took together.
    pub(crate) micros: i64,
}

/// What these figures call completed.
pub(crate) const COMPLETED: [OrderStatus; 3] =
    [OrderStatus::Completed, OrderStatus::Reviewed, OrderStatus::Closed];

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<OrdersAnalytics, DbErr> {
    let (days, services, statuses) =
        try_join!(days(db, scope, period), services(db, scope, period), statuses(db, scope, period))?;
    Ok(OrdersAnalytics { days, services, statuses })
}

fn base(scope: WebsiteScope, Period { from, until }: Period) -> Select<order::Entity> {
    let order = order::COLUMN;
    order::Entity::find()
        .select_only()
        .expr_as(count(), "orders")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(order.created_at.gte(from))
        .filter(order.created_at.lt(until))
}

fn completed() -> Expr {
    order::COLUMN.status.is_in(COMPLETED)
}

fn revenue() -> Expr {
    sum_where(order::COLUMN.total_price_cents, completed())
}

async fn days(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<PlacedDay>, DbErr> {
    base(scope, period)
        .expr_as(utc_day(order::COLUMN.created_at), "day")
        .expr_as(count_where(completed()), "completed")
        .expr_as(revenue(), "revenue_cents")
        .group_by(Expr::col(Alias::new("day")))
        .order_by_asc(Expr::col(Alias::new("day")))
        .into_model()
        .all(db)
        .await
}

/// The most frequent first.
async fn services(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<OfService>, DbErr> {
    let name = Expr::col((work_type::Entity, work_type::Column::Name));
    base(scope, period)
        .expr_as(Func::coalesce([name, Expr::val("Unknown")]), "service")
        .expr_as(revenue(), "revenue_cents")
        .join(JoinType::LeftJoin, work_type_of())
        .group_by(Expr::col(Alias::new("service")))
        .order_by_desc(Expr::col(Alias::new("orders")))
        .order_by_asc(Expr::col(Alias::new("service")))
        .into_model()
        .all(db)
        .await
}

async fn statuses(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<OfStatus>, DbErr> {
    let order = order::COLUMN;
    base(scope, period)
        .column(order::Column::Status)
        .expr_as(count_where(order.completed_at.is_not_null()), "finished")
        .expr_as(sum(micros_between(order.created_at, order.completed_at)), "micros")
        .group_by(order::Column::Status)
        .into_model()
        .all(db)
        .await
}
