//! Tips, fines and pay in figures.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count, count_where, sum, sum_where};
use tally_entity::{
    FineStatus, TipPaymentStatus, UserId, fine, tip,
    writer_payment::{self, rules},
};

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Tips {
    pub(crate) rows: i64,
    pub(crate) cents: i64,
    pub(crate) month_cents: i64,
}

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Fines {
    pub(crate) rows: i64,
    pub(crate) cents: i64,
    pub(crate) month_cents: i64,
    /// Nothing is decided about them for good, like the next.
    pub(crate) open: i64,
    pub(crate) open_cents: i64,
}

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Paid {
    /// Ever, without instalments.
    pub(crate) paid_cents: i64,
    pub(crate) owed_cents: i64,
}

pub(super) async fn tips(
    db: &impl ConnectionTrait,
    writer: UserId,
    month: DateTime<Utc>,
) -> Result<Tips, DbErr> {
    let tip = tip::COLUMN;
    let this_month = Condition::all().add(tip.sent_at.gte(month));
    tip::Entity::find()
        .select_only()
        .expr_as(count(), "rows")
        .expr_as(sum(tip.writer_earning_cents), "cents")
        .expr_as(sum_where(tip.writer_earning_cents, this_month), "month_cents")
        .filter(tip.writer_id.eq(writer))
        .filter(tip.payment_status.eq(TipPaymentStatus::Completed))
        .into_model()
        .require_one(db)
        .await
}

pub(super) async fn fines(
    db: &impl ConnectionTrait,
    writer: UserId,
    month: DateTime<Utc>,
) -> Result<Fines, DbErr> {
    use FineStatus::{Appealed, Disputed, Escalated, Issued, Voided, Waived};
    let fine = fine::COLUMN;
    let this_month = Condition::all().add(fine.imposed_at.gte(month));
    let open = || Condition::all().add(fine.status.is_in([Issued, Appealed, Disputed, Escalated]));
    fine::Entity::find()
        .select_only()
        .expr_as(count(), "rows")
        .expr_as(sum(fine.amount_cents), "cents")
        .expr_as(sum_where(fine.amount_cents, this_month), "month_cents")
        .expr_as(count_where(open()), "open")
        .expr_as(sum_where(fine.amount_cents, open()), "open_cents")
        .filter(fine.writer_id.eq(writer))
        .filter(fine.status.is_not_in([Waived, Voided]))
        .into_model()
        .require_one(db)
        .await
}

pub(super) async fn paid(db: &impl ConnectionTrait, writer: UserId) -> Result<Paid, DbErr> {
    let amount = writer_payment::COLUMN.amount_cents;
    let paid = Condition::all().add(rules::paid()).add(rules::without_installments());
    writer_payment::Entity::find()
        .select_only()
        .expr_as(sum_where(amount, paid), "paid_cents")
        .expr_as(sum_where(amount, Condition::all().add(rules::owed())), "owed_cents")
        .filter(rules::of(writer))
        .into_model()
        .require_one(db)
        .await
}
