//! Revenue and expenses, month by month, and within some dates.

mod months;

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, QuerySelect, Select, entity::prelude::*, sea_query::Alias};
use tally_db::aggregate::{sum, sum_where, utc_month};
use tally_entity::{
    PaymentType, TipPaymentStatus, WebsiteScope, WriterPaymentStatus, payment, tip, writer_payment,
};
use tokio::try_join;

pub(crate) use self::months::{Dates, Month, Overview, Sums};

/// Income of one kind and one month.
#[derive(Debug, FromQueryResult)]
struct Income {
    payment_type: PaymentType,
    #[sea_orm(nested)]
    sums: Monthly,
}

/// A month.
#[derive(Debug, FromQueryResult)]
struct Monthly {
    /// Its first day.
    month: Date,
    cents: i64,
    /// What of it lies within the dates.
    within_cents: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    dates: Dates,
    now: DateTime<Utc>,
) -> Result<Overview, DbErr> {
    let (income, pay, tips) =
        try_join!(income(db, scope, dates, now), pay(db, scope, dates, now), tips(db, scope, dates, now))?;
    let mut overview = Overview::of(dates, now);
    for Income { payment_type, sums } in income {
        overview.add(&sums, |sums| sums.revenue_of(payment_type));
    }
    for sums in pay {
        overview.add(&sums, |sums| Some(&mut sums.writer_payments));
    }
    for sums in tips {
        overview.add(&sums, |sums| Some(&mut sums.tips));
    }
    Ok(overview)
}

async fn income(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    dates: Dates,
    now: DateTime<Utc>,
) -> Result<Vec<Income>, DbErr> {
    let payment = payment::COLUMN;
    let rows = payment::Entity::find()
        .select_only()
        .column(payment::Column::PaymentType)
        .filter(scope.of(payment.website_id))
        .filter(payment::rules::income())
        .group_by(payment::Column::PaymentType);
    let (at, cents) = (payment::Column::EffectiveAt, payment::Column::AmountCents);
    monthly(rows, at, cents, dates, now).into_model().all(db).await
}

async fn pay(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    dates: Dates,
    now: DateTime<Utc>,
) -> Result<Vec<Monthly>, DbErr> {
    let pay = writer_payment::COLUMN;
    let rows = writer_payment::Entity::find()
        .select_only()
        .filter(scope.of(pay.website_id))
        .filter(pay.status.eq(WriterPaymentStatus::Paid));
    let (at, cents) = (writer_payment::Column::PaidAt, writer_payment::Column::AmountCents);
    monthly(rows, at, cents, dates, now).into_model().all(db).await
}

async fn tips(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    dates: Dates,
    now: DateTime<Utc>,
) -> Result<Vec<Monthly>, DbErr> {
    let rows = tip::Entity::find()
        .select_only()
        .filter(scope.of(tip::COLUMN.website_id))
        .filter(tip::COLUMN.payment_status.eq(TipPaymentStatus::Completed));
    let (at, cents) = (tip::Column::SentAt, tip::Column::WriterEarningCents);
    monthly(rows, at, cents, dates, now).into_model().all(db).await
}

/// The columns of [`Monthly`]; nothing is read that neither the dates nor the months show.
fn monthly<E: EntityTrait>(
    rows: Select<E>,
    at: E::Column,
    cents: E::Column,
    dates: Dates,
    now: DateTime<Utc>,
) -> Select<E> {
    let within = Condition::all().add_option(dates.from.map(|from| at.gte(from)));
    let needed = dates.from.map(|from| from.min(dates.first_instant_shown(now)));
    rows.expr_as(utc_month(at), "month")
        .expr_as(sum(cents), "cents")
        .expr_as(sum_where(cents, within), "within_cents")
        .filter(Condition::all().add_option(needed.map(|needed| at.gte(needed))))
        .filter(Condition::all().add_option(dates.until.map(|until| at.lt(until))))
        .group_by(Expr::col(Alias::new("month")))
}
