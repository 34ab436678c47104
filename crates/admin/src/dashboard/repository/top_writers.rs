//! The writers who completed most orders.

use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Alias, Condition, Order, Query},
};
use tally_db::aggregate::{count, sum};
use tally_entity::{OrderStatus, UserId, WebsiteScope, order, user};

const ROWS: u64 = 10;

#[derive(Debug, FromQueryResult)]
pub(crate) struct TopWriter {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) completed_orders: i64,
    pub(crate) total_earnings_cents: i64,
    /// The mean of all ratings ever, in hundredths.
    pub(crate) rating: Option<i64>,
}

pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<TopWriter>, DbErr> {
    among(db, scope, order::COLUMN.status.eq(OrderStatus::Completed).into()).await
}

/// The best by the orders that `completed` holds for. Their names are looked up once they are known.
pub(in crate::dashboard) async fn among(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    completed: Condition,
) -> Result<Vec<TopWriter>, DbErr> {
    let order = order::COLUMN;
    let best = order::Entity::find()
        .select_only()
        .column(order::Column::AssignedWriterId)
        .expr_as(count(), "completed_orders")
        .expr_as(sum(order.writer_compensation_cents), "total_earnings_cents")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(completed)
        .filter(order.assigned_writer_id.is_not_null())
        .group_by(order::Column::AssignedWriterId)
        .order_by_desc(Expr::col(Alias::new("completed_orders")))
        .order_by_desc(Expr::col(Alias::new("total_earnings_cents")))
        .order_by_asc(order::Column::AssignedWriterId)
        .limit(ROWS)
        .into_query();

    let id = Expr::col((user::Entity, user::Column::Id));
    let of_best = |column: &'static str| Expr::col((Alias::new("best"), Alias::new(column)));
    let query = Query::select()
        .columns(
            [user::Column::Id, user::Column::Username, user::Column::Email]
                .map(|column| (user::Entity, column)),
        )
        .expr(of_best("completed_orders"))
        .expr(of_best("total_earnings_cents"))
        .expr_as(rating(), Alias::new("rating"))
        .from_subquery(best, Alias::new("best"))
        .inner_join(user::Entity, id.eq(of_best("assigned_writer_id")))
        .order_by_expr(of_best("completed_orders"), Order::Desc)
        .order_by_expr(of_best("total_earnings_cents"), Order::Desc)
        .order_by((user::Entity, user::Column::Id), Order::Asc)
        .take();
    TopWriter::find_by_statement(db.get_database_backend().build(&query)).all(db).await
}

fn rating() -> Expr {
    Expr::cust_with_exprs(
        "round(100 * $1 / nullif($2, 0))::bigint",
        [user::Column::RatingSum.into_expr(), user::Column::RatingCount.into_expr()],
    )
}
