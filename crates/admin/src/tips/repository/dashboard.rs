//! Tips by kind and status, and by level.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count_where, sum_where};
use tally_entity::{TipPaymentStatus, TipType, WebsiteScope, tip};
use tally_kernel::Period;
use tokio::try_join;

use super::{
    levels::{self, LevelTips},
    sums::{TipSums, sent, with_sums},
};

/// The tips of one kind that stand at the same status.
#[derive(Debug, FromQueryResult)]
pub(crate) struct TipGroup {
    pub(crate) tip_type: TipType,
    pub(crate) payment_status: TipPaymentStatus,
    #[sea_orm(nested)]
    pub(crate) sums: TipSums,
    #[sea_orm(nested)]
    pub(crate) recent: RecentTips,
}

/// Those of them that were sent lately.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct RecentTips {
    pub(crate) recent: i64,
    pub(crate) recent_cents: i64,
    pub(crate) recent_writer_cents: i64,
    pub(crate) recent_platform_cents: i64,
}

#[derive(Debug)]
pub(crate) struct TipDashboard {
    pub(crate) groups: Vec<TipGroup>,
    pub(crate) levels: Vec<LevelTips>,
}

/// All tips; `days` say which of them are recent.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    days: u32,
    now: DateTime<Utc>,
) -> Result<TipDashboard, DbErr> {
    let recent = Period::last_days(days, now);
    let (groups, levels) = try_join!(groups(db, scope, recent), levels::load(db, scope, Condition::all()))?;
    Ok(TipDashboard { groups, levels })
}

async fn groups(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    recent: Period,
) -> Result<Vec<TipGroup>, DbErr> {
    let tip = tip::COLUMN;
    let lately = || sent(Some(recent.from), Some(recent.until));
    with_sums(tip::Entity::find().select_only())
        .columns([tip::Column::TipType, tip::Column::PaymentStatus])
        .expr_as(count_where(lately()), "recent")
        .expr_as(sum_where(tip.amount_cents, lately()), "recent_cents")
        .expr_as(sum_where(tip.writer_earning_cents, lately()), "recent_writer_cents")
        .expr_as(sum_where(tip.platform_profit_cents, lately()), "recent_platform_cents")
        .filter(scope.of(tip.website_id))
        .group_by(tip::Column::TipType)
        .group_by(tip::Column::PaymentStatus)
        .into_model()
        .all(db)
        .await
}
