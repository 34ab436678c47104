//! The refunds of a period, by day and by how they are made.

use chrono::NaiveDate;
use sea_orm::{DbErr, FromQueryResult, QuerySelect, Select, entity::prelude::*};
use tally_db::aggregate::{count, count_where, micros_between, sum, sum_where, utc_day};
use tally_entity::{
    RefundMethod, RefundStatus, WebsiteScope,
    refund::{self, rules},
};
use tally_kernel::Period;
use tokio::try_join;

/// The refunds asked for on one UTC day.
#[derive(Debug, FromQueryResult)]
pub(crate) struct RequestedDay {
    pub(crate) day: NaiveDate,
    pub(crate) refunds: i64,
    pub(crate) cents: i64,
    pub(crate) processed: i64,
    /// How long the processed ones took together.
    pub(crate) micros: i64,
}

/// The refunds made in one way.
#[derive(Debug, FromQueryResult)]
pub(crate) struct RefundWay {
    #[sea_orm(from_alias = "refund_method")]
    pub(crate) method: RefundMethod,
    pub(crate) refunds: i64,
    pub(crate) cents: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<(Vec<RequestedDay>, Vec<RefundWay>), DbErr> {
    let rows = refund::Entity::find()
        .select_only()
        .expr_as(count(), "refunds")
        .expr_as(sum(rules::amount_cents()), "cents")
        .filter(scope.of(refund::COLUMN.website_id))
        .filter(refund::COLUMN.created_at.gte(period.from))
        .filter(refund::COLUMN.created_at.lt(period.until));
    let methods = rows
        .clone()
        .column(refund::Column::RefundMethod)
        .group_by(refund::Column::RefundMethod)
        .into_model()
        .all(db);
    try_join!(days(db, rows), methods)
}

async fn days(db: &impl ConnectionTrait, rows: Select<refund::Entity>) -> Result<Vec<RequestedDay>, DbErr> {
    let refund = refund::COLUMN;
    let processed = || refund.status.eq(RefundStatus::Processed);
    let day = utc_day(refund.created_at);
    rows.expr_as(day.clone(), "day")
        .expr_as(count_where(processed()), "processed")
        .expr_as(sum_where(micros_between(refund.created_at, refund.processed_at), processed()), "micros")
        .group_by(day)
        .into_model()
        .all(db)
        .await
}
