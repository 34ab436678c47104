//! What a writer was paid by half of a month, what is to come, and the newest payments.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    DbErr, FromQueryResult, Iterable, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Condition, Expr, ExprTrait, Func, NullOrdering, Order as Direction, Query, SelectStatement},
};
use tally_db::aggregate::{count, sum, utc_month};
use tally_entity::{
    OrderId, OrderStatus, UserId, WriterPaymentId, WriterPaymentStatus, order, writer_level,
    writer_payment::{self, rules},
    writer_profile::{self, PaymentSchedule},
};
use tokio::try_join;

use super::earnings::moment;
use crate::repository::{
    pay::{PayColumns, with_pay},
    profile::terms,
};

/// Payments that are listed.
const LISTED: u64 = 20;

#[derive(Debug)]
pub(crate) struct Payments {
    /// Newest first.
    pub(crate) halves: Vec<Half>,
    pub(crate) upcoming: Vec<Upcoming>,
    pub(crate) recent: Vec<Payment>,
}

/// What was paid in a half of a month.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Half {
    /// The first day of the month.
    pub(crate) month: NaiveDate,
    pub(crate) is_second: bool,
    pub(crate) payments: i64,
    pub(crate) cents: i64,
    pub(crate) bonuses_cents: i64,
    pub(crate) tips_cents: i64,
    pub(crate) fines_cents: i64,
}

/// A finished order that was not paid out yet.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Upcoming {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) status: OrderStatus,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) done_at: Option<DateTime<Utc>>,
    /// What is owed for it, where that is written down.
    owed_cents: Option<i64>,
    #[sea_orm(nested)]
    pay: PayColumns,
    #[sea_orm(nested(prefix = "level_"))]
    level: Option<writer_level::Model>,
    pub(crate) schedule: Option<PaymentSchedule>,
}

impl Upcoming {
    pub(crate) fn expected_cents(&self, now: DateTime<Utc>) -> i64 {
        let terms = self.level.as_ref().map(terms);
        self.owed_cents.unwrap_or_else(|| self.pay.payout(terms.as_ref(), now))
    }
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Payment {
    pub(crate) id: WriterPaymentId,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) amount_cents: i64,
    pub(crate) bonuses_cents: i64,
    pub(crate) tips_cents: i64,
    pub(crate) fines_cents: i64,
    pub(crate) currency: String,
    pub(crate) status: WriterPaymentStatus,
    pub(crate) description: String,
    pub(crate) moment: DateTime<Utc>,
}

pub(crate) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<Payments, DbErr> {
    let (halves, upcoming, recent) = try_join!(halves(db, writer), upcoming(db, writer), recent(db, writer))?;
    Ok(Payments { halves, upcoming, recent })
}

async fn halves(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Half>, DbErr> {
    let payment = writer_payment::COLUMN;
    let month = || utc_month(payment.paid_at);
    let is_second = || {
        let paid_at = writer_payment::Column::PaidAt.into_expr();
        Expr::cust_with_expr("extract(day FROM $1 AT TIME ZONE 'UTC') > 14", paid_at)
    };
    writer_payment::Entity::find()
        .select_only()
        .expr_as(month(), "month")
        .expr_as(is_second(), "is_second")
        .expr_as(count(), "payments")
        .expr_as(sum(payment.amount_cents), "cents")
        .expr_as(sum(payment.bonuses_cents), "bonuses_cents")
        .expr_as(sum(payment.tips_cents), "tips_cents")
        .expr_as(sum(payment.fines_cents), "fines_cents")
        .filter(rules::of(writer))
        .filter(rules::paid())
        .group_by(month())
        .group_by(is_second())
        .order_by(month(), Direction::Desc)
        .order_by(is_second(), Direction::Desc)
        .into_model()
        .all(db)
        .await
}

async fn upcoming(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Upcoming>, DbErr> {
    use order::Column as O;
    let done_at = || Func::coalesce([O::CompletedAt, O::SubmittedAt].map(ColumnTrait::into_expr));
    let owed = of_order(writer, rules::owed())
        .column((writer_payment::Entity, writer_payment::Column::AmountCents))
        .order_by((writer_payment::Entity, writer_payment::Column::Id), Direction::Desc)
        .limit(1)
        .take();
    let paid = of_order(writer, rules::paid()).expr(Expr::val(1)).take();
    with_level(with_pay(order::Entity::find().select_only()))
        .columns([O::Id, O::Topic, O::Status, O::CreatedAt])
        .expr_as(done_at(), "done_at")
        .expr_as(Expr::SubQuery(None, Box::new(owed.into())), "owed_cents")
        .filter(order::rules::assigned_to(writer))
        .filter(order::COLUMN.status.is_in([OrderStatus::Completed, OrderStatus::Approved]))
        .filter(order::COLUMN.is_paid.eq(true))
        .filter(Condition::all().not().add(Expr::exists(paid)))
        .order_by_with_nulls(done_at(), Direction::Desc, NullOrdering::Last)
        .order_by_desc(O::Id)
        .into_model()
        .all(db)
        .await
}

/// The writer's payments for the order at hand.
fn of_order(writer: UserId, standing: Expr) -> SelectStatement {
    use writer_payment::Column as P;
    Query::select()
        .from(writer_payment::Entity)
        .and_where(P::OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .and_where(writer_payment::COLUMN.writer_id.eq(writer))
        .and_where(standing)
        .take()
}

/// Joins the profile and the level of the writer, whose columns begin with `level_`.
fn with_level(orders: Select<order::Entity>) -> Select<order::Entity> {
    use writer_profile::Column as P;
    let profile = order::Entity::belongs_to(writer_profile::Entity)
        .from(order::Column::AssignedWriterId)
        .to(P::UserId)
        .into();
    let level = writer_profile::Entity::belongs_to(writer_level::Entity)
        .from(P::WriterLevelId)
        .to(writer_level::Column::Id)
        .into();
    let orders = orders
        .column_as(P::PaymentSchedule, "schedule")
        .join(JoinType::LeftJoin, profile)
        .join(JoinType::LeftJoin, level);
    writer_level::Column::iter().fold(orders, |orders, column| {
        let name = format!("level_{}", column.unquoted());
        orders.expr_as(column.into_expr(), name)
    })
}

async fn recent(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Payment>, DbErr> {
    use writer_payment::Column as P;
    writer_payment::Entity::find()
        .select_only()
        .columns([P::Id, P::OrderId, P::AmountCents, P::BonusesCents, P::TipsCents, P::FinesCents])
        .columns([P::Currency, P::Status, P::Description])
        .expr_as(moment(), "moment")
        .filter(rules::of(writer))
        .order_by(moment(), Direction::Desc)
        .order_by_desc(P::Id)
        .limit(LISTED)
        .into_model()
        .all(db)
        .await
}
