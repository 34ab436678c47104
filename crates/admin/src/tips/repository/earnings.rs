//! What completed tips brought in.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::utc_month;
use tally_entity::{TipPaymentStatus, TipType, WebsiteScope, tip};
use tokio::try_join;

use super::{
    levels::{self, LevelTips},
    sums::{TipSums, sent, with_sums},
};

/// The tips of one UTC month and kind.
#[derive(Debug, FromQueryResult)]
pub(crate) struct MonthTips {
    /// Its first day.
    pub(crate) month: NaiveDate,
    pub(crate) tip_type: TipType,
    #[sea_orm(nested)]
    pub(crate) sums: TipSums,
}

#[derive(Debug)]
pub(crate) struct TipEarnings {
    pub(crate) months: Vec<MonthTips>,
    pub(crate) levels: Vec<LevelTips>,
}

/// Of tips that were sent in the span.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    from: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
) -> Result<TipEarnings, DbErr> {
    let completed = sent(from, until).add(tip::COLUMN.payment_status.eq(TipPaymentStatus::Completed));
    let (months, levels) =
        try_join!(months(db, scope, completed.clone()), levels::load(db, scope, completed.clone()))?;
    Ok(TipEarnings { months, levels })
}

async fn months(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: Condition,
) -> Result<Vec<MonthTips>, DbErr> {
    let month = utc_month(tip::COLUMN.sent_at);
    with_sums(tip::Entity::find().select_only())
        .expr_as(month.clone(), "month")
        .column(tip::Column::TipType)
        .filter(scope.of(tip::COLUMN.website_id))
        .filter(wanted)
        .group_by(month)
        .group_by(tip::Column::TipType)
        .into_model()
        .all(db)
        .await
}
