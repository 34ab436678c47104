//! What paid orders brought in, day by day.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Alias};
use tally_db::aggregate::{count, sum, utc_day};
use tally_entity::{WebsiteScope, order};
use tally_kernel::Period;

const DAYS: u32 = 30;

#[derive(Debug, FromQueryResult)]
pub(crate) struct RevenueDay {
    pub(crate) day: NaiveDate,
    pub(crate) revenue_cents: i64,
    pub(crate) orders: i64,
}

/// Days with a paid order, of the last 30.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<RevenueDay>, DbErr> {
    let order = order::COLUMN;
    let period = Period::last_days(DAYS, now);

    order::Entity::find()
        .select_only()
        .expr_as(utc_day(order.created_at), "day")
        .expr_as(sum(order.total_price_cents), "revenue_cents")
        .expr_as(count(), "orders")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(order.is_paid.eq(true))
        .filter(order.created_at.gte(period.from))
        .filter(order.created_at.lt(period.until))
        .group_by(Expr::col(Alias::new("day")))
        .order_by_asc(Expr::col(Alias::new("day")))
        .into_model::<RevenueDay>()
        .all(db)
        .await
}
