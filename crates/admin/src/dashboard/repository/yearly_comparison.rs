//! Orders, classes and people, year by year.

use sea_orm::{DbErr, FromQueryResult, IntoSimpleExpr, QuerySelect, entity::prelude::*, sea_query::Alias};
use tally_db::aggregate::{count, count_where, sum_where};
use tally_entity::{Role, WebsiteScope, class_bundle, order, user};
use tally_kernel::Period;
use tokio::try_join;

#[derive(Debug)]
pub(crate) struct YearlyComparison {
    pub(crate) orders: Vec<YearOrders>,
    pub(crate) classes: Vec<YearClasses>,
    pub(crate) people: Vec<YearPeople>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct YearOrders {
    pub(crate) year: i32,
    pub(crate) orders: i64,
    /// Of the paid ones.
    pub(crate) revenue_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct YearClasses {
    pub(crate) year: i32,
    pub(crate) classes: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct YearPeople {
    pub(crate) year: i32,
    pub(crate) writers: i64,
    pub(crate) clients: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    years: Period,
) -> Result<YearlyComparison, DbErr> {
    let (orders, classes, people) =
        try_join!(orders(db, scope, years), classes(db, scope, years), people(db, scope, years))?;
    Ok(YearlyComparison { orders, classes, people })
}

async fn orders(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    years: Period,
) -> Result<Vec<YearOrders>, DbErr> {
    let order = order::COLUMN;
    order::Entity::find()
        .select_only()
        .expr_as(utc_year(order.created_at), "year")
        .expr_as(count(), "orders")
        .expr_as(sum_where(order.total_price_cents, order.is_paid.eq(true)), "revenue_cents")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(order.created_at.gte(years.from))
        .filter(order.created_at.lt(years.until))
        .group_by(Expr::col(Alias::new("year")))
        .into_model::<YearOrders>()
        .all(db)
        .await
}

async fn classes(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    years: Period,
) -> Result<Vec<YearClasses>, DbErr> {
    let bundle = class_bundle::COLUMN;
    class_bundle::Entity::find()
        .select_only()
        .expr_as(utc_year(bundle.created_at), "year")
        .expr_as(count(), "classes")
        .filter(scope.of(bundle.website_id))
        .filter(bundle.created_at.gte(years.from))
        .filter(bundle.created_at.lt(years.until))
        .group_by(Expr::col(Alias::new("year")))
        .into_model::<YearClasses>()
        .all(db)
        .await
}

async fn people(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    years: Period,
) -> Result<Vec<YearPeople>, DbErr> {
    let user = user::COLUMN;
    user::Entity::find()
        .select_only()
        .expr_as(utc_year(user.joined_at), "year")
        .expr_as(count_where(user.role.eq(Role::Writer)), "writers")
        .expr_as(count_where(user.role.eq(Role::Client)), "clients")
        .filter(scope.of(user.website_id))
        .filter(user.deleted_at.is_null())
        .filter(user.role.is_in([Role::Writer, Role::Client]))
        .filter(user.joined_at.gte(years.from))
        .filter(user.joined_at.lt(years.until))
        .group_by(Expr::col(Alias::new("year")))
        .into_model::<YearPeople>()
        .all(db)
        .await
}

fn utc_year(instant: impl IntoSimpleExpr) -> Expr {
    Expr::cust_with_expr("extract(year FROM $1 AT TIME ZONE 'UTC')::int", instant.into_simple_expr())
}
