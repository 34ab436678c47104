//! What paid orders brought in, by kind of paper and by extra.

use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Func},
};
use tally_db::aggregate::{count, sum};
use tally_entity::{WebsiteScope, additional_service, order, order_item, paper_type, work_type};
use tally_kernel::Period;
use tokio::try_join;

#[derive(Debug)]
pub(crate) struct ServiceRevenue {
    pub(crate) by_paper_type: Vec<Revenue>,
    pub(crate) by_service: Vec<Revenue>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Revenue {
    pub(crate) label: String,
    pub(crate) cents: i64,
    pub(crate) orders: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<ServiceRevenue, DbErr> {
    let (by_paper_type, by_service) =
        try_join!(by_paper_type(db, scope, period), by_service(db, scope, period))?;
    Ok(ServiceRevenue { by_paper_type, by_service })
}

async fn by_paper_type(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<Revenue>, DbErr> {
    let (name, key) = (paper_type::Column::Name, paper_type::Column::Id);
    by_choice(db, scope, period, order::Column::PaperTypeId, paper_type::Entity, name, key).await
}

pub(in crate::dashboard) async fn by_work_type(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<Revenue>, DbErr> {
    let (name, key) = (work_type::Column::Name, work_type::Column::Id);
    by_choice(db, scope, period, order::Column::WorkTypeId, work_type::Entity, name, key).await
}

/// By the name of what the client chose.
async fn by_choice<E: EntityTrait>(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
    chosen: order::Column,
    choices: E,
    name: E::Column,
    key: E::Column,
) -> Result<Vec<Revenue>, DbErr> {
    let orders = order::Entity::find()
        .select_only()
        .expr_as(Func::coalesce([name.into_expr(), Expr::val("Unknown")]), "label")
        .expr_as(sum(order::COLUMN.total_price_cents), "cents")
        .expr_as(count(), "orders")
        .join(JoinType::LeftJoin, order::Entity::belongs_to(choices).from(chosen).to(key).into());
    ranked(db, base(orders, scope, period)).await
}

async fn by_service(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<Revenue>, DbErr> {
    let items = order_item::Entity::find()
        .select_only()
        .column_as(additional_service::Column::Name, "label")
        .expr_as(sum(order_item::COLUMN.amount_cents), "cents")
        .expr_as(Func::count_distinct(Expr::col((order::Entity, order::Column::Id))), "orders")
        .join(
            JoinType::InnerJoin,
            order_item::Entity::belongs_to(order::Entity)
                .from(order_item::Column::OrderId)
                .to(order::Column::Id)
                .into(),
        )
        .join(
            JoinType::InnerJoin,
            order_item::Entity::belongs_to(additional_service::Entity)
                .from(order_item::Column::ServiceId)
                .to(additional_service::Column::Id)
                .into(),
        );
    ranked(db, base(items, scope, period)).await
}

/// Paid orders of the period.
fn base<E: EntityTrait>(rows: Select<E>, scope: WebsiteScope, period: Period) -> Select<E> {
    let order = order::COLUMN;
    rows.filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(order.is_paid.eq(true))
        .filter(order.created_at.gte(period.from))
        .filter(order.created_at.lt(period.until))
}

async fn ranked<E: EntityTrait>(db: &impl ConnectionTrait, rows: Select<E>) -> Result<Vec<Revenue>, DbErr> {
    rows.group_by(Expr::col(Alias::new("label")))
        .order_by_desc(Expr::col(Alias::new("cents")))
        .order_by_asc(Expr::col(Alias::new("label")))
        .into_model::<Revenue>()
        .all(db)
        .await
}
