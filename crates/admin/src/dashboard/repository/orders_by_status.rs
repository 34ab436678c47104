//! Everything about orders that is not a list: one row per status, so that the figures agree.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, ExprTrait, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count, count_where, sum_where};
use tally_entity::{OrderStatus, WebsiteScope, order};
use tally_kernel::Period;

#[derive(Debug, FromQueryResult)]
pub(crate) struct StatusOrders {
    pub(crate) status: OrderStatus,
    pub(crate) orders: i64,
    pub(crate) paid: i64,
    /// Of the paid ones.
    pub(crate) revenue_cents: i64,
    /// Placed in the last 24 hours.
    pub(crate) last_day: i64,
    /// Placed in the last 7 days.
    pub(crate) last_week: i64,
    pub(crate) overdue: i64,
    /// Offered or about to be, and without a writer.
    pub(crate) unassigned: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<StatusOrders>, DbErr> {
    let order = order::COLUMN;
    let paid = order.is_paid.eq(true);
    let placed_in = |days| {
        let Period { from, until } = Period::last_days(days, now);
        Condition::all().add(order.created_at.gte(from)).add(order.created_at.lt(until))
    };
    let unassigned = order
        .status
        .is_in([OrderStatus::Available, OrderStatus::Pending])
        .and(order.assigned_writer_id.is_null());

    order::Entity::find()
        .select_only()
        .column(order::Column::Status)
        .expr_as(count(), "orders")
        .expr_as(count_where(paid.clone()), "paid")
        .expr_as(sum_where(order.total_price_cents, paid), "revenue_cents")
        .expr_as(count_where(placed_in(1)), "last_day")
        .expr_as(count_where(placed_in(7)), "last_week")
        .expr_as(count_where(order::rules::overdue(now)), "overdue")
        .expr_as(count_where(unassigned), "unassigned")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .group_by(order::Column::Status)
        .into_model::<StatusOrders>()
        .all(db)
        .await
}
