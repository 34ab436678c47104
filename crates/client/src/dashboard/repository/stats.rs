//! A client's orders by status, and what was paid for them.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, JoinType, QuerySelect, entity::prelude::*, sea_query::Func,
};
use tally_db::aggregate::{count, count_where, sum, sum_where};
use tally_entity::{OrderStatus, UserId, order, payment};
use tally_kernel::{Period, first_of_month, first_of_year, midnight};
use tokio::try_join;

/// The orders at one status.
#[derive(Debug, FromQueryResult)]
pub(crate) struct StatusOrders {
    pub(crate) status: OrderStatus,
    pub(crate) all: i64,
    /// In the period, and those of them that are paid.
    pub(crate) placed: i64,
    pub(crate) placed_paid: i64,
    pub(crate) unpaid: i64,
    pub(crate) unpaid_cents: i64,
    pub(crate) this_month: i64,
    pub(crate) this_year: i64,
}

/// What was paid for the client's orders.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Spent {
    pub(crate) cents: i64,
    /// For orders of the period, and how many these are.
    pub(crate) period_cents: i64,
    pub(crate) period_orders: i64,
    pub(crate) month_cents: i64,
    pub(crate) year_cents: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    period: Period,
) -> Result<(Vec<StatusOrders>, Spent), DbErr> {
    let today = period.until.date_naive();
    let (month, year) = (midnight(first_of_month(today)), midnight(first_of_year(today)));
    try_join!(orders(db, me, period, month, year), spent(db, me, period, month, year))
}

fn placed(period: Period) -> Condition {
    let created_at = order::COLUMN.created_at;
    Condition::all().add(created_at.gte(period.from)).add(created_at.lt(period.until))
}

async fn orders(
    db: &impl ConnectionTrait,
    me: UserId,
    period: Period,
    month: DateTime<Utc>,
    year: DateTime<Utc>,
) -> Result<Vec<StatusOrders>, DbErr> {
    let order = order::COLUMN;
    order::Entity::find()
        .select_only()
        .column(order::Column::Status)
        .expr_as(count(), "all")
        .expr_as(count_where(placed(period)), "placed")
        .expr_as(count_where(placed(period).add(order.is_paid.eq(true))), "placed_paid")
        .expr_as(count_where(order.is_paid.eq(false)), "unpaid")
        .expr_as(sum_where(order.total_price_cents, order.is_paid.eq(false)), "unpaid_cents")
        .expr_as(count_where(order.created_at.gte(month)), "this_month")
        .expr_as(count_where(order.created_at.gte(year)), "this_year")
        .filter(order.client_id.eq(me))
        .filter(order::rules::counted())
        .group_by(order::Column::Status)
        .into_model()
        .all(db)
        .await
}

async fn spent(
    db: &impl ConnectionTrait,
    me: UserId,
    period: Period,
    month: DateTime<Utc>,
    year: DateTime<Utc>,
) -> Result<Spent, DbErr> {
    let payment = payment::COLUMN;
    let of_order = payment::Entity::belongs_to(order::Entity)
        .from(payment::Column::OrderId)
        .to(order::Column::Id)
        .into();
    let orders = Func::count_distinct(payment::Column::OrderId.into_expr()).filter(placed(period));
    payment::Entity::find()
        .select_only()
        .expr_as(sum(payment.amount_cents), "cents")
        .expr_as(sum_where(payment.amount_cents, placed(period)), "period_cents")
        .expr_as(Expr::from(orders), "period_orders")
        .expr_as(sum_where(payment.amount_cents, payment.effective_at.gte(month)), "month_cents")
        .expr_as(sum_where(payment.amount_cents, payment.effective_at.gte(year)), "year_cents")
        .join(JoinType::InnerJoin, of_order)
        .filter(order::COLUMN.client_id.eq(me))
        .filter(order::rules::counted())
        .filter(payment::rules::income())
        .into_model()
        .require_one(db)
        .await
}
