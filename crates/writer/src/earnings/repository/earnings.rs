//! What a writer was paid, in sums, by day and row by row.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Expr, Func, Order as Direction},
};
use tally_db::aggregate::{count, count_where, sum, sum_where, utc_day};
use tally_entity::{UserId, WriterPaymentId, WriterPaymentStatus, writer_payment};
use tally_kernel::{Period, first_of_month, first_of_year, midnight};
use tokio::try_join;
use writer_payment::rules;

/// Payments that are listed.
const LISTED: u64 = 20;

#[derive(Debug)]
pub(crate) struct Earnings {
    pub(crate) sums: Sums,
    pub(crate) days: Vec<PaidDay>,
    pub(crate) history: Vec<Payment>,
}

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Sums {
    pub(crate) period_cents: i64,
    pub(crate) period_rows: i64,
    pub(crate) week_cents: i64,
    pub(crate) month_cents: i64,
    pub(crate) year_cents: i64,
    pub(crate) owed_cents: i64,
}

/// What was paid on a day.
#[derive(Debug, FromQueryResult)]
pub(crate) struct PaidDay {
    pub(crate) day: NaiveDate,
    pub(crate) cents: i64,
    pub(crate) rows: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Payment {
    pub(crate) id: WriterPaymentId,
    pub(crate) amount_cents: i64,
    pub(crate) status: WriterPaymentStatus,
    /// When it was paid; while it is not, when it was made.
    pub(crate) moment: DateTime<Utc>,
    pub(crate) description: String,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    period: Period,
) -> Result<Earnings, DbErr> {
    let (sums, days, history) =
        try_join!(sums(db, writer, period), days(db, writer, period), history(db, writer))?;
    Ok(Earnings { sums, days, history })
}

async fn sums(db: &impl ConnectionTrait, writer: UserId, period: Period) -> Result<Sums, DbErr> {
    let amount = writer_payment::COLUMN.amount_cents;
    let today = period.until.date_naive();
    let week = Period { from: period.until - TimeDelta::days(7), until: period.until };
    let owed = || Condition::all().add(rules::owed());
    writer_payment::Entity::find()
        .select_only()
        .expr_as(sum_where(amount, paid_in(period)), "period_cents")
        .expr_as(count_where(paid_in(period)), "period_rows")
        .expr_as(sum_where(amount, paid_in(week)), "week_cents")
        .expr_as(sum_where(amount, paid_since(midnight(first_of_month(today)))), "month_cents")
        .expr_as(sum_where(amount, paid_since(midnight(first_of_year(today)))), "year_cents")
        .expr_as(sum_where(amount, owed()), "owed_cents")
        .filter(rules::of(writer))
        .filter(rules::without_installments())
        .into_model()
        .require_one(db)
        .await
}

async fn days(db: &impl ConnectionTrait, writer: UserId, period: Period) -> Result<Vec<PaidDay>, DbErr> {
    let day = || utc_day(writer_payment::COLUMN.paid_at);
    writer_payment::Entity::find()
        .select_only()
        .expr_as(day(), "day")
        .expr_as(sum(writer_payment::COLUMN.amount_cents), "cents")
        .expr_as(count(), "rows")
        .filter(rules::of(writer))
        .filter(rules::without_installments())
        .filter(paid_in(period))
        .group_by(day())
        .order_by_asc(day())
        .into_model()
        .all(db)
        .await
}

async fn history(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Payment>, DbErr> {
    use writer_payment::Column as P;
    writer_payment::Entity::find()
        .select_only()
        .columns([P::Id, P::AmountCents, P::Status, P::Description])
        .expr_as(moment(), "moment")
        .filter(rules::of(writer))
        .order_by(moment(), Direction::Desc)
        .order_by_desc(P::Id)
        .limit(LISTED)
        .into_model()
        .all(db)
        .await
}

/// When a payment was made good; while it is not, when it was made.
pub(super) fn moment() -> Expr {
    use writer_payment::Column as P;
    Func::coalesce([P::PaidAt, P::CreatedAt].map(ColumnTrait::into_expr)).into()
}

/// Paid within a period.
pub(super) fn paid_in(period: Period) -> Condition {
    paid_since(period.from).add(writer_payment::COLUMN.paid_at.lt(period.until))
}

/// Paid at an instant or later.
pub(super) fn paid_since(from: DateTime<Utc>) -> Condition {
    Condition::all().add(rules::paid()).add(writer_payment::COLUMN.paid_at.gte(from))
}
