//! The clients who spent most, by their paid orders.

use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Alias, Condition, Order, Query},
};
use tally_db::aggregate::{count, sum_where};
use tally_entity::{UserId, WebsiteScope, order, user};

#[derive(Debug, FromQueryResult)]
pub(crate) struct TopClient {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) total_spent_cents: i64,
    pub(crate) orders: i64,
}

/// The `limit` first of them.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    limit: u64,
) -> Result<Vec<TopClient>, DbErr> {
    among(db, scope, order::COLUMN.is_paid.eq(true).into(), limit).await
}

/// The best by what they paid for the orders that `counted` holds for; all of these are counted. Their names are
/// looked up after the best are known: joining every client's row first would cost more than all the rest.
pub(in crate::dashboard) async fn among(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    counted: Condition,
    limit: u64,
) -> Result<Vec<TopClient>, DbErr> {
    let order = order::COLUMN;
    let best = order::Entity::find()
        .select_only()
        .column(order::Column::ClientId)
        .expr_as(sum_where(order.total_price_cents, order.is_paid.eq(true)), "total_spent_cents")
        .expr_as(count(), "orders")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(counted)
        .filter(order.client_id.is_not_null())
        .group_by(order::Column::ClientId)
        .order_by_desc(Expr::col(Alias::new("total_spent_cents")))
        .order_by_desc(Expr::col(Alias::new("orders")))
        .order_by_asc(order::Column::ClientId)
        .limit(limit)
        .into_query();

    let id = Expr::col((user::Entity, user::Column::Id));
    let of_best = |column: &'static str| Expr::col((Alias::new("best"), Alias::new(column)));
    let query = Query::select()
        .columns(
            [user::Column::Id, user::Column::Username, user::Column::Email]
                .map(|column| (user::Entity, column)),
        )
        .columns([user::Column::FirstName, user::Column::LastName].map(|column| (user::Entity, column)))
        .expr(of_best("total_spent_cents"))
        .expr(of_best("orders"))
        .from_subquery(best, Alias::new("best"))
        .inner_join(user::Entity, id.eq(of_best("client_id")))
        .order_by_expr(of_best("total_spent_cents"), Order::Desc)
        .order_by_expr(of_best("orders"), Order::Desc)
        .order_by((user::Entity, user::Column::Id), Order::Asc)
        .take();
    TopClient::find_by_statement(db.get_database_backend().build(&query)).all(db).await
}
