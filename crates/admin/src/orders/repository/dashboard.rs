//! Orders by where they stand, and by the week they were placed in.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition},
};
use tally_db::aggregate::{count, count_where, sum, utc_week};
use tally_entity::{OrderStatus, WebsiteScope, order};
use tally_kernel::Period;
use tokio::try_join;

const RECENT_DAYS: u32 = 30;
const TREND_DAYS: u32 = 52 * 7;

#[derive(Debug)]
pub(crate) struct OrdersDashboard {
    pub(crate) statuses: Vec<StatusOrders>,
    pub(crate) weeks: Vec<PlacedWeek>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct StatusOrders {
    pub(crate) status: OrderStatus,
    pub(crate) orders: i64,
    pub(crate) paid: i64,
    /// Paid or not.
    pub(crate) cents: i64,
    /// Placed in the last 30 days.
    pub(crate) recent: i64,
    pub(crate) needs_assignment: i64,
    pub(crate) overdue: i64,
    pub(crate) stuck: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct PlacedWeek {
    /// Its Monday.
    pub(crate) week: NaiveDate,
    pub(crate) orders: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<OrdersDashboard, DbErr> {
    let (statuses, weeks) = try_join!(statuses(db, scope, now), weeks(db, scope, now))?;
    Ok(OrdersDashboard { statuses, weeks })
}

fn base(scope: WebsiteScope) -> Select<order::Entity> {
    order::Entity::find()
        .select_only()
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
}

fn placed_in(days: u32, now: DateTime<Utc>) -> Condition {
    let Period { from, until } = Period::last_days(days, now);
    Condition::all().add(order::COLUMN.created_at.gte(from)).add(order::COLUMN.created_at.lt(until))
}

async fn statuses(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<StatusOrders>, DbErr> {
    base(scope)
        .column(order::Column::Status)
        .expr_as(count(), "orders")
        .expr_as(count_where(order::COLUMN.is_paid.eq(true)), "paid")
        .expr_as(sum(order::COLUMN.total_price_cents), "cents")
        .expr_as(count_where(placed_in(RECENT_DAYS, now)), "recent")
        .expr_as(count_where(order::rules::needs_assignment()), "needs_assignment")
        .expr_as(count_where(order::rules::overdue(now)), "overdue")
        .expr_as(count_where(order::rules::stuck(now)), "stuck")
        .group_by(order::Column::Status)
        .into_model::<StatusOrders>()
        .all(db)
        .await
}

async fn weeks(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<PlacedWeek>, DbErr> {
    base(scope)
        .expr_as(utc_week(order::COLUMN.created_at), "week")
        .expr_as(count(), "orders")
        .filter(placed_in(TREND_DAYS, now))
        .group_by(Expr::col(Alias::new("week")))
        .order_by_asc(Expr::col(Alias::new("week")))
        .into_model::<PlacedWeek>()
        .all(db)
        .await
}
