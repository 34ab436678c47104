//! Orders of a period: by day, by writer, by client.

use chrono::NaiveDate;
use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition, Query},
};
use tally_db::aggregate::utc_day;
use tally_db::aggregate::{count, count_where, sum, sum_where};
use tally_entity::{OrderStatus, WebsiteScope, order};
use tally_kernel::Period;
use tokio::try_join;

use super::top_writers::{self, TopWriter};

#[derive(Debug)]
pub(crate) struct Enhanced {
    pub(crate) days: Vec<OrderDay>,
    pub(crate) writers: Vec<TopWriter>,
    pub(crate) clients: Clients,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OrderDay {
    pub(crate) day: NaiveDate,
    pub(crate) orders: i64,
    pub(crate) completed: i64,
    pub(crate) paid: i64,
    /// Of the paid ones.
    pub(crate) revenue_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Clients {
    pub(crate) all: i64,
    /// With more than one order.
    pub(crate) repeating: i64,
    pub(crate) orders: i64,
    pub(crate) spent_cents: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Enhanced, DbErr> {
    let (days, writers, clients) = try_join!(
        days(db, scope, period),
        top_writers::among(db, scope, within(period).add(completed())),
        clients(db, scope, period),
    )?;
    Ok(Enhanced { days, writers, clients })
}

/// What the analytics call completed: the reviewed ones too.
pub(super) fn completed() -> Expr {
    order::COLUMN.status.is_in([OrderStatus::Completed, OrderStatus::Reviewed])
}

/// Placed in the period.
pub(super) fn within(period: Period) -> Condition {
    let order = order::COLUMN;
    Condition::all().add(order.created_at.gte(period.from)).add(order.created_at.lt(period.until))
}

fn base(scope: WebsiteScope, period: Period) -> Select<order::Entity> {
    order::Entity::find()
        .select_only()
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
        .filter(within(period))
}

async fn days(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<OrderDay>, DbErr> {
    let order = order::COLUMN;
    let paid = order.is_paid.eq(true);
    base(scope, period)
        .expr_as(utc_day(order.created_at), "day")
        .expr_as(count(), "orders")
        .expr_as(count_where(completed()), "completed")
        .expr_as(count_where(paid.clone()), "paid")
        .expr_as(sum_where(order.total_price_cents, paid), "revenue_cents")
        .group_by(Expr::col(Alias::new("day")))
        .order_by_asc(Expr::col(Alias::new("day")))
        .into_model::<OrderDay>()
        .all(db)
        .await
}

async fn clients(db: &impl ConnectionTrait, scope: WebsiteScope, period: Period) -> Result<Clients, DbErr> {
    let order = order::COLUMN;
    let each = base(scope, period)
        .expr_as(count(), "orders")
        .expr_as(sum_where(order.total_price_cents, order.is_paid.eq(true)), "spent_cents")
        .filter(order.client_id.is_not_null())
        .group_by(order::Column::ClientId)
        .into_query();
    let figure = |name: &'static str| Expr::col((Alias::new("each"), Alias::new(name)));
    let query = Query::select()
        .expr_as(count(), Alias::new("all"))
        .expr_as(count_where(figure("orders").gt(1)), Alias::new("repeating"))
        .expr_as(sum(figure("orders")), Alias::new("orders"))
        .expr_as(sum(figure("spent_cents")), Alias::new("spent_cents"))
        .from_subquery(each, Alias::new("each"))
        .take();
    Clients::find_by_statement(db.get_database_backend().build(&query)).require_one(db).await
}
