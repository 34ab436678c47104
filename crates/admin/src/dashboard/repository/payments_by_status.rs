//! Payments, one row per status, so that the figures agree.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count, sum, sum_where};
use tally_entity::{PaymentStatus, WebsiteScope, payment};
use tally_kernel::{Period, first_of_month, midnight};

#[derive(Debug, FromQueryResult)]
pub(crate) struct StatusPayments {
    pub(crate) status: PaymentStatus,
    pub(crate) payments: i64,
    pub(crate) cents: i64,
    /// Income of the running day.
    pub(crate) today_cents: i64,
    /// Income of the last 7 days.
    pub(crate) week_cents: i64,
    /// Income of the last 14 days.
    pub(crate) two_weeks_cents: i64,
    /// Income of the running month.
    pub(crate) month_cents: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<StatusPayments>, DbErr> {
    let payment = payment::COLUMN;
    let income = |from, until: Option<DateTime<Utc>>| {
        let within = Condition::all()
            .add(payment::rules::income())
            .add(payment.effective_at.gte(from))
            .add_option(until.map(|until| payment.effective_at.lt(until)));
        sum_where(payment.amount_cents, within)
    };
    let today = now.date_naive();
    let of = |Period { from, until }| income(from, Some(until));

    payment::Entity::find()
        .select_only()
        .column(payment::Column::Status)
        .expr_as(count(), "payments")
        .expr_as(sum(payment.amount_cents), "cents")
        .expr_as(of(Period::of_days(today, today)), "today_cents")
        .expr_as(of(Period::last_days(7, now)), "week_cents")
        .expr_as(of(Period::last_days(14, now)), "two_weeks_cents")
        .expr_as(income(midnight(first_of_month(today)), None), "month_cents")
        .filter(scope.of(payment.website_id))
        .group_by(payment::Column::Status)
        .into_model::<StatusPayments>()
        .all(db)
        .await
}
