//! How much work writers have and may have, and how well they do it.

use sea_orm::{
    JoinType, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, ExprTrait, Func, Query, SelectStatement},
};
use tally_db::aggregate::count_where;
use tally_entity::{
    OrderStatus,
    order::{self, Column::AssignedWriterId},
    user, writer_level, writer_profile,
};

const WORK: &str = "work";

/// Joins the profile and the level of the writer in `writer`, so that his limit can be told, and counts his
/// orders: [`active`], [`completed`] and [`on_time`]. For few writers, whose orders are looked up one by one.
pub(super) fn with_workload<E: EntityTrait>(rows: Select<E>, writer: E::Column) -> Select<E> {
    let mut rows = with_limits(rows, writer);
    let work = work(AssignedWriterId.into_expr().eq(writer.into_expr()).into());
    QueryTrait::query(&mut rows).join_lateral(JoinType::InnerJoin, work, WORK, Condition::all());
    rows
}

/// The same for every writer of some websites, whose orders are `among`: these are read once.
pub(super) fn with_workload_among<E: EntityTrait>(
    rows: Select<E>,
    writer: E::Column,
    among: Condition,
) -> Select<E> {
    let mut rows = with_limits(rows, writer);
    let work = work(among.add(AssignedWriterId.into_expr().is_not_null()))
        .column(AssignedWriterId)
        .group_by_col(AssignedWriterId)
        .take();
    let his = Expr::col((WORK, AssignedWriterId)).eq(writer.into_expr());
    QueryTrait::query(&mut rows).join_subquery(JoinType::LeftJoin, work, WORK, his);
    rows
}

fn with_limits<E: EntityTrait>(rows: Select<E>, writer: E::Column) -> Select<E> {
    let profile =
        E::belongs_to(writer_profile::Entity).from(writer).to(writer_profile::Column::UserId).into();
    let level = writer_profile::Entity::belongs_to(writer_level::Entity)
        .from(writer_profile::Column::WriterLevelId)
        .to(writer_level::Column::Id)
        .into();
    rows.join(JoinType::LeftJoin, profile).join(JoinType::LeftJoin, level)
}

/// Orders in work.
pub(super) fn active() -> Expr {
    figure("active")
}

pub(super) fn completed() -> Expr {
    figure("completed")
}

/// Completed orders that were submitted by their deadline.
pub(super) fn on_time() -> Expr {
    figure("on_time")
}

/// Orders in work that a writer may have besides.
pub(super) fn capacity() -> Expr {
    Expr::cust_with_exprs("greatest(0, $1 - $2)", [writer_profile::rules::order_limit(), active()])
}

/// Hundredths; null when nobody rated him.
pub(super) fn rating() -> Expr {
    let [sum, count] = [user::Column::RatingSum, user::Column::RatingCount].map(ColumnTrait::into_expr);
    Expr::cust_with_exprs("round(100 * $1 / nullif($2, 0))::bigint", [sum, count])
}

/// Nobody's orders are no orders.
fn figure(name: &'static str) -> Expr {
    Func::coalesce([Expr::col((Alias::new(WORK), Alias::new(name))), Expr::val(0)]).into()
}

fn work(of: Condition) -> SelectStatement {
    let order = order::COLUMN;
    let completed = Condition::all().add(order.status.eq(OrderStatus::Completed));
    let on_time = completed.clone().add(order::Column::SubmittedAt.into_expr().lte(deadline()));
    Query::select()
        .expr_as(count_where(order::rules::active_work()), Alias::new("active"))
        .expr_as(count_where(completed), Alias::new("completed"))
        .expr_as(count_where(on_time), Alias::new("on_time"))
        .from(order::Entity)
        .cond_where(of.add(order::rules::counted()))
        .take()
}

/// The deadline that counts for everybody but the writer.
pub(super) fn deadline() -> Expr {
    Func::coalesce(
        [order::Column::ClientDeadlineAt, order::Column::WriterDeadlineAt].map(ColumnTrait::into_expr),
    )
    .into()
}
