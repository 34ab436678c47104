//! The orders of a period: by day, by kind of work, by where they stand.

use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Expr, Func},
};
use tally_db::aggregate::{count, count_where, micros_between, sum, sum_where};
use tally_entity::{OrderStatus, WebsiteScope, order, work_type};
use tally_kernel::Period;
use tokio::try_join;

use super::order::work_type_of;
use crate::trends::repository::{self as trends, PlacedDay, placed_in};

#[derive(Debug)]
pub(crate) struct OrdersAnalytics {
    /// Oldest first.
    pub(crate) days: Vec<PlacedDay>,
    pub(crate) services: Vec<OfService>,
    pub(crate) statuses: Vec<OfStatus>,
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
    let (created_at, cents) = (order::Column::CreatedAt, order::Column::TotalPriceCents);
    let days = trends::days(db, base(scope, period), created_at, completed(), cents);
    let (days, services, statuses) =
        try_join!(days, services(db, scope, period), statuses(db, scope, period))?;
    Ok(OrdersAnalytics { days, services, statuses })
}

fn base(scope: WebsiteScope, period: Period) -> Select<order::Entity> {
    order::Entity::find()
        .select_only()
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
        .filter(placed_in(order::Column::CreatedAt, period))
}

fn completed() -> Expr {
    order::COLUMN.status.is_in(COMPLETED)
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
        .expr_as(count(), "orders")
        .expr_as(sum_where(order::COLUMN.total_price_cents, completed()), "revenue_cents")
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
        .expr_as(count(), "orders")
        .expr_as(count_where(order.completed_at.is_not_null()), "finished")
        .expr_as(sum(micros_between(order.created_at, order.completed_at)), "micros")
        .group_by(order::Column::Status)
        .into_model()
        .all(db)
        .await
}
