//! How many bills there are, and what is paid of them.

use chrono::NaiveDate;
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count, count_where, sum, sum_where};
use tally_entity::{WebsiteScope, invoice};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Figures {
    pub(crate) all: i64,
    pub(crate) paid: i64,
    pub(crate) overdue: i64,
    pub(crate) cents: i64,
    pub(crate) paid_cents: i64,
}

/// Called-off ones do not count.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    today: NaiveDate,
) -> Result<Figures, DbErr> {
    let invoice = invoice::COLUMN;
    let overdue = sea_orm::Condition::all().add(invoice.paid_at.is_null()).add(invoice.due_on.lt(today));
    invoice::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(count_where(invoice.paid_at.is_not_null()), "paid")
        .expr_as(count_where(overdue), "overdue")
        .expr_as(sum(invoice.amount_cents), "cents")
        .expr_as(sum_where(invoice.amount_cents, invoice.paid_at.is_not_null()), "paid_cents")
        .filter(scope.of(invoice.website_id))
        .filter(invoice.cancelled_at.is_null())
        .into_model()
        .require_one(db)
        .await
}
