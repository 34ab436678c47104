//! Two periods side by side.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count_where, sum_where};
use tally_entity::{Role, WebsiteScope, order, user};
use tally_kernel::Period;
use tokio::try_join;

use super::enhanced::{completed, within};

#[derive(Debug)]
pub(crate) struct Comparison {
    pub(crate) orders: PeriodOrders,
    pub(crate) clients: PeriodClients,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct PeriodOrders {
    pub(crate) orders1: i64,
    pub(crate) orders2: i64,
    pub(crate) completed1: i64,
    pub(crate) completed2: i64,
    /// Of the paid ones.
    pub(crate) revenue1_cents: i64,
    pub(crate) revenue2_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct PeriodClients {
    pub(crate) new1: i64,
    pub(crate) new2: i64,
}

/// `earlier` ends where `later` begins.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    later: Period,
    earlier: Period,
) -> Result<Comparison, DbErr> {
    let (orders, clients) =
        try_join!(orders(db, scope, later, earlier, completed()), clients(db, scope, later, earlier))?;
    Ok(Comparison { orders, clients })
}

/// The orders of both periods; `completed` says what counts as that.
pub(crate) async fn orders(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    later: Period,
    earlier: Period,
    completed: Expr,
) -> Result<PeriodOrders, DbErr> {
    let order = order::COLUMN;
    let done = |period| within(period).add(completed.clone());
    let revenue = |period| sum_where(order.total_price_cents, within(period).add(order.is_paid.eq(true)));

    order::Entity::find()
        .select_only()
        .expr_as(count_where(within(later)), "orders1")
        .expr_as(count_where(within(earlier)), "orders2")
        .expr_as(count_where(done(later)), "completed1")
        .expr_as(count_where(done(earlier)), "completed2")
        .expr_as(revenue(later), "revenue1_cents")
        .expr_as(revenue(earlier), "revenue2_cents")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(within(Period { from: earlier.from, until: later.until }))
        .into_model::<PeriodOrders>()
        .require_one(db)
        .await
}

async fn clients(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    later: Period,
    earlier: Period,
) -> Result<PeriodClients, DbErr> {
    let user = user::COLUMN;
    let joined = |period: Period| {
        Condition::all().add(user.joined_at.gte(period.from)).add(user.joined_at.lt(period.until))
    };
    user::Entity::find()
        .select_only()
        .expr_as(count_where(joined(later)), "new1")
        .expr_as(count_where(joined(earlier)), "new2")
        .filter(scope.of(user.website_id))
        .filter(user.deleted_at.is_null())
        .filter(user.role.eq(Role::Client))
        .filter(joined(Period { from: earlier.from, until: later.until }))
        .into_model::<PeriodClients>()
        .require_one(db)
        .await
}
