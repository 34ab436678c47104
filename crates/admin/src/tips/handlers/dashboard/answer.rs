//! What the dashboard of tips shows.

use std::cmp::Reverse;

use serde::Serialize;
use tally_entity::{TipPaymentStatus, TipType};
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use crate::tips::{
    handlers::figures::{TipFigures, TipSummary, TipTotals, by, mean_share, total},
    repository::{
        LevelTips, TipSums,
        dashboard::{RecentTips, TipDashboard, TipGroup},
    },
};

/// Figures of all tips.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TipDashboardAnswer {
    summary: TipSummary,
    recent_summary: RecentTipSummary,
    payment_status: TipsByStatus,
    /// Most tips first, like the following two.
    type_breakdown: Vec<TipTypeRow>,
    payment_status_breakdown: Vec<TipStatusRow>,
    /// Of writers who had a level.
    level_breakdown: Vec<TipLevelRow>,
}

/// The tips sent lately.
#[derive(Debug, Serialize, ToSchema)]
struct RecentTipSummary {
    days: i64,
    total_tips: i64,
    #[serde(flatten)]
    totals: TipTotals,
}

/// Tips per status.
#[derive(Debug, Serialize, ToSchema)]
struct TipsByStatus {
    completed: i64,
    pending: i64,
    processing: i64,
    failed: i64,
}

/// The tips of a kind.
#[derive(Debug, Serialize, ToSchema)]
struct TipTypeRow {
    #[schema(value_type = String)]
    tip_type: TipType,
    #[serde(flatten)]
    figures: TipFigures,
}

/// The tips at a status.
#[derive(Debug, Serialize, ToSchema)]
struct TipStatusRow {
    #[schema(value_type = String)]
    payment_status: TipPaymentStatus,
    count: i64,
    total_amount: Amount,
}

/// The tips of writers of a level.
#[derive(Debug, Serialize, ToSchema)]
struct TipLevelRow {
    #[serde(rename = "writer_level__name")]
    level: String,
    #[serde(flatten)]
    figures: TipFigures,
    /// The mean of the writers' shares.
    avg_percentage: Decimal,
}

impl TipDashboardAnswer {
    pub(super) fn new(found: TipDashboard, days: i64) -> Self {
        let TipDashboard { groups, mut levels } = found;
        levels.sort_by_key(|row| Reverse(row.sums.tips));
        Self {
            summary: total(groups.iter().map(|row| row.sums)).into(),
            recent_summary: RecentTipSummary::new(&groups, days),
            payment_status: TipsByStatus::new(&groups),
            type_breakdown: types(&groups),
            payment_status_breakdown: statuses(&groups),
            level_breakdown: levels.into_iter().map(Into::into).collect(),
        }
    }
}

impl RecentTipSummary {
    fn new(groups: &[TipGroup], days: i64) -> Self {
        let sums = total(groups.iter().map(|row| {
            let RecentTips { recent, recent_cents, recent_writer_cents, recent_platform_cents } = row.recent;
            TipSums {
                tips: recent,
                cents: recent_cents,
                writer_cents: recent_writer_cents,
                platform_cents: recent_platform_cents,
                shares: 0,
            }
        }));
        Self { days, total_tips: sums.tips, totals: sums.into() }
    }
}

impl TipsByStatus {
    fn new(groups: &[TipGroup]) -> Self {
        let of =
            |status| groups.iter().filter(|row| row.payment_status == status).map(|row| row.sums.tips).sum();
        Self {
            completed: of(TipPaymentStatus::Completed),
            pending: of(TipPaymentStatus::Pending),
            processing: of(TipPaymentStatus::Processing),
            failed: of(TipPaymentStatus::Failed),
        }
    }
}

fn types(groups: &[TipGroup]) -> Vec<TipTypeRow> {
    let mut types: Vec<_> = by(groups, |row| (row.tip_type, row.sums)).into_iter().collect();
    types.sort_by_key(|(kind, sums)| (Reverse(sums.tips), kind.as_str()));
    types.into_iter().map(|(tip_type, sums)| TipTypeRow { tip_type, figures: sums.into() }).collect()
}

fn statuses(groups: &[TipGroup]) -> Vec<TipStatusRow> {
    let mut statuses: Vec<_> = by(groups, |row| (row.payment_status, row.sums)).into_iter().collect();
    statuses.sort_by_key(|(status, sums)| (Reverse(sums.tips), status.as_str()));
    let row = |(payment_status, sums): (_, TipSums)| TipStatusRow {
        payment_status,
        count: sums.tips,
        total_amount: Amount::cents(sums.cents),
    };
    statuses.into_iter().map(row).collect()
}

impl From<LevelTips> for TipLevelRow {
    fn from(row: LevelTips) -> Self {
        let LevelTips { level, sums } = row;
        Self { level, figures: sums.into(), avg_percentage: mean_share(sums).unwrap_or_default() }
    }
}
