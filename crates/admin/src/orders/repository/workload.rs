//! How much work writers have and may have, and how well they do it.

use sea_orm::{
    JoinType, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, ExprTrait, Func, Query, SelectStatement},
};
use tally_db::aggregate::count_where;
use tally_entity::{OrderStatus, order, user, writer_level, writer_profile};

const WORK: &str = "work";

/// Joins the profile and the level of the writer in `writer`, so that his limit can be told, and counts his
/// orders: [`active`], [`completed`] and [`on_time`].
pub(super) fn with_workload<E: EntityTrait>(rows: Select<E>, writer: E::Column) -> Select<E> {
    let profile =
        E::belongs_to(writer_profile::Entity).from(writer).to(writer_profile::Column::UserId).into();
    let level = writer_profile::Entity::belongs_to(writer_level::Entity)
        .from(writer_profile::Column::WriterLevelId)
        .to(writer_level::Column::Id)
        .into();
    let mut rows = rows.join(JoinType::LeftJoin, profile).join(JoinType::LeftJoin, level);
    let work = work_of(writer.into_expr());
    QueryTrait::query(&mut rows).join_lateral(JoinType::InnerJoin, work, WORK, Condition::all());
    rows
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

fn figure(name: &'static str) -> Expr {
    Expr::col((Alias::new(WORK), Alias::new(name)))
}

fn work_of(writer: Expr) -> SelectStatement {
    let order = order::COLUMN;
    let completed = Condition::all().add(order.status.eq(OrderStatus::Completed));
    let on_time = completed.clone().add(order::Column::SubmittedAt.into_expr().lte(deadline()));
    Query::select()
        .expr_as(count_where(order::rules::active_work()), Alias::new("active"))
        .expr_as(count_where(completed), Alias::new("completed"))
        .expr_as(count_where(on_time), Alias::new("on_time"))
        .from(order::Entity)
        .and_where(order::Column::AssignedWriterId.into_expr().eq(writer))
        .and_where(order::rules::counted())
        .take()
}

/// The deadline that counts for everybody but the writer.
pub(super) fn deadline() -> Expr {
    Func::coalesce(
        [order::Column::ClientDeadlineAt, order::Column::WriterDeadlineAt].map(ColumnTrait::into_expr),
    )
    .into()
}
