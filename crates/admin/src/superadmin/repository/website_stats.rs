//! The websites with most orders.

use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, JoinType, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Alias, Order, Query, SelectStatement},
};
use tally_db::aggregate::{count, sum_where};
use tally_entity::{WebsiteId, WebsiteScope, order, user, website};

const ROWS: u64 = 10;

#[derive(Debug, FromQueryResult)]
pub(crate) struct WebsiteStats {
    pub(crate) id: WebsiteId,
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) is_active: bool,
    pub(crate) orders: i64,
    pub(crate) revenue_cents: i64,
    pub(crate) users: i64,
}

/// Orders and users are counted apart: in one join each would multiply the other.
pub(super) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<WebsiteStats>, DbErr> {
    let column = |column: website::Column| Expr::col((website::Entity, column));
    let of = |table: &'static str, figure: &'static str| Expr::col((Alias::new(table), Alias::new(figure)));
    let or_none = |figure: Expr| figure.if_null(0_i64);
    let query = Query::select()
        .exprs(
            [website::Column::Id, website::Column::Name, website::Column::Domain, website::Column::IsActive]
                .map(column),
        )
        .expr_as(or_none(of("o", "orders")), Alias::new("orders"))
        .expr_as(or_none(of("o", "revenue_cents")), Alias::new("revenue_cents"))
        .expr_as(or_none(of("u", "users")), Alias::new("users"))
        .from(website::Entity)
        .join_subquery(
            JoinType::LeftJoin,
            orders(scope),
            Alias::new("o"),
            of("o", "website_id").eq(column(website::Column::Id)),
        )
        .join_subquery(
            JoinType::LeftJoin,
            users(scope),
            Alias::new("u"),
            of("u", "website_id").eq(column(website::Column::Id)),
        )
        .cond_where(scope.of(website::COLUMN.id))
        .order_by_expr(or_none(of("o", "orders")), Order::Desc)
        .order_by((website::Entity, website::Column::Id), Order::Asc)
        .limit(ROWS)
        .take();
    WebsiteStats::find_by_statement(db.get_database_backend().build(&query)).all(db).await
}

fn orders(scope: WebsiteScope) -> SelectStatement {
    let order = order::COLUMN;
    order::Entity::find()
        .select_only()
        .column(order::Column::WebsiteId)
        .expr_as(count(), "orders")
        .expr_as(sum_where(order.total_price_cents, order.is_paid.eq(true)), "revenue_cents")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .group_by(order::Column::WebsiteId)
        .into_query()
}

fn users(scope: WebsiteScope) -> SelectStatement {
    let user = user::COLUMN;
    user::Entity::find()
        .select_only()
        .column(user::Column::WebsiteId)
        .expr_as(count(), "users")
        .filter(scope.of(user.website_id))
        .filter(user.deleted_at.is_null())
        .group_by(user::Column::WebsiteId)
        .into_query()
}
