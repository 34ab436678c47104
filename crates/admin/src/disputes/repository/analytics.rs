//! The disputes of a period, by day and by how they ended.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count, count_where, micros_between, sum_where, utc_day};
use tally_entity::{ResolutionOutcome, WebsiteScope, dispute};
use tally_kernel::Period;
use tokio::try_join;

/// What screens call this month.
const MONTH_DAYS: u32 = 30;

/// The disputes of one UTC day.
#[derive(Debug, FromQueryResult)]
pub(crate) struct RaisedDay {
    pub(crate) day: NaiveDate,
    pub(crate) disputes: i64,
    pub(crate) resolved: i64,
    /// How long the resolved ones took together.
    pub(crate) micros: i64,
}

/// The disputes that ended alike.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Ended {
    /// None for those without an outcome.
    pub(crate) resolution_outcome: Option<ResolutionOutcome>,
    pub(crate) disputes: i64,
    /// Of the last 30 days, however long the period is.
    pub(crate) this_month: i64,
    pub(crate) resolved_this_month: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<(Vec<RaisedDay>, Vec<Ended>), DbErr> {
    try_join!(days(db, scope, period), ended(db, scope, period))
}

fn created_from(from: DateTime<Utc>) -> Expr {
    dispute::COLUMN.created_at.gte(from)
}

async fn days(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<RaisedDay>, DbErr> {
    let dispute = dispute::COLUMN;
    let took = micros_between(dispute.created_at, dispute.resolved_at);
    let day = utc_day(dispute.created_at);
    dispute::Entity::find()
        .select_only()
        .expr_as(day.clone(), "day")
        .expr_as(count(), "disputes")
        .expr_as(count_where(dispute.resolved_at.is_not_null()), "resolved")
        .expr_as(sum_where(took, dispute.resolved_at.is_not_null()), "micros")
        .filter(scope.of(dispute.website_id))
        .filter(created_from(period.from))
        .filter(dispute.created_at.lt(period.until))
        .group_by(day)
        .into_model()
        .all(db)
        .await
}

async fn ended(db: &impl ConnectionTrait, scope: WebsiteScope, period: Period) -> Result<Vec<Ended>, DbErr> {
    let dispute = dispute::COLUMN;
    let month = Period::last_days(MONTH_DAYS, period.until);
    let resolved = Condition::all().add(created_from(month.from)).add(dispute.resolved_at.is_not_null());
    dispute::Entity::find()
        .select_only()
        .column(dispute::Column::ResolutionOutcome)
        .expr_as(count_where(created_from(period.from)), "disputes")
        .expr_as(count_where(created_from(month.from)), "this_month")
        .expr_as(count_where(resolved), "resolved_this_month")
        .filter(scope.of(dispute.website_id))
        .filter(created_from(period.from.min(month.from)))
        .filter(dispute.created_at.lt(period.until))
        .group_by(dispute::Column::ResolutionOutcome)
        .into_model()
        .all(db)
        .await
}
