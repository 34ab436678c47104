//! The special orders of a period: by day, by where they stand and how they get their price, by offer.

use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Expr},
};
use tally_db::aggregate::{count, count_where, micros_between, sum, sum_where};
use tally_entity::{
    SpecialOrderPricing, SpecialOrderStatus, WebsiteScope, special_order, special_order_type,
};
use tally_kernel::Period;
use tokio::try_join;

use super::order::predefined;
use crate::trends::repository::{self as trends, PlacedDay, placed_in};

#[derive(Debug)]
pub(crate) struct SpecialAnalytics {
    /// Oldest first.
    pub(crate) days: Vec<PlacedDay>,
    pub(crate) groups: Vec<PlacedGroup>,
    /// The most frequent first.
    pub(crate) offers: Vec<OfOffer>,
}

/// The special orders of one status and kind of price.
#[derive(Debug, FromQueryResult)]
pub(crate) struct PlacedGroup {
    pub(crate) status: SpecialOrderStatus,
    pub(crate) order_type: SpecialOrderPricing,
    pub(crate) orders: i64,
    /// With a cost.
    pub(crate) priced: i64,
    pub(crate) cents: i64,
    pub(crate) duration_days: i64,
    /// With a time of completion.
    pub(crate) finished: i64,
    /// How long these took together.
    pub(crate) micros: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OfOffer {
    pub(crate) name: String,
    pub(crate) orders: i64,
    /// Of the completed ones.
    pub(crate) revenue_cents: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<SpecialAnalytics, DbErr> {
    use special_order::Column::{CreatedAt, TotalCostCents};
    let days = trends::days(db, base(scope, period), CreatedAt, completed(), TotalCostCents);
    let (days, groups, offers) = try_join!(days, groups(db, scope, period), offers(db, scope, period))?;
    Ok(SpecialAnalytics { days, groups, offers })
}

fn base(scope: WebsiteScope, period: Period) -> Select<special_order::Entity> {
    special_order::Entity::find()
        .select_only()
        .filter(scope.of(special_order::COLUMN.website_id))
        .filter(placed_in(special_order::Column::CreatedAt, period))
}

fn completed() -> Expr {
    special_order::COLUMN.status.eq(SpecialOrderStatus::Completed)
}

async fn groups(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<PlacedGroup>, DbErr> {
    use special_order::Column::{OrderType, Status};
    let order = special_order::COLUMN;
    base(scope, period)
        .columns([Status, OrderType])
        .expr_as(count(), "orders")
        .expr_as(count_where(order.total_cost_cents.is_not_null()), "priced")
        .expr_as(sum(order.total_cost_cents), "cents")
        .expr_as(sum(order.duration_days), "duration_days")
        .expr_as(count_where(order.completed_at.is_not_null()), "finished")
        .expr_as(sum(micros_between(order.created_at, order.completed_at)), "micros")
        .group_by(Status)
        .group_by(OrderType)
        .into_model()
        .all(db)
        .await
}

async fn offers(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<OfOffer>, DbErr> {
    use special_order_type::Column::Name;
    let order = special_order::COLUMN;
    base(scope, period)
        .column(Name)
        .expr_as(count(), "orders")
        .expr_as(sum_where(order.total_cost_cents, completed()), "revenue_cents")
        .join(JoinType::InnerJoin, predefined())
        .filter(order.order_type.eq(SpecialOrderPricing::Predefined))
        .group_by(Name)
        .order_by_desc(Expr::col(Alias::new("orders")))
        .order_by_asc(Name)
        .into_model()
        .all(db)
        .await
}
