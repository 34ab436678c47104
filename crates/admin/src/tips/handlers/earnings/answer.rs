//! What the earnings from tips show.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;
use tally_entity::TipType;
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use crate::tips::{
    handlers::figures::{TipSummary, by, mean_share, total},
    repository::{
        LevelTips, TipSums,
        earnings::{MonthTips, TipEarnings},
    },
};

/// How many months are shown.
const MONTHS: usize = 12;

/// What completed tips brought in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TipEarningsAnswer {
    overall: TipsEarned,
    /// Of writers who had a level, the largest sum first.
    by_level: Vec<LevelEarnings>,
    /// The largest sum first.
    by_type: Vec<TypeEarnings>,
    /// The last 12 months with tips, newest first.
    monthly: Vec<MonthEarnings>,
}

/// All of them.
#[derive(Debug, Serialize, ToSchema)]
struct TipsEarned {
    #[serde(flatten)]
    summary: TipSummary,
    /// Of all that was given.
    platform_profit_percentage: Decimal,
}

/// The tips of writers of a level.
#[derive(Debug, Serialize, ToSchema)]
struct LevelEarnings {
    #[serde(rename = "writer_level__name")]
    level: String,
    #[serde(flatten)]
    earned: Earned,
}

/// The tips of a kind.
#[derive(Debug, Serialize, ToSchema)]
struct TypeEarnings {
    #[schema(value_type = String)]
    tip_type: TipType,
    #[serde(flatten)]
    earned: Earned,
}

/// The tips of a month.
#[derive(Debug, Serialize, ToSchema)]
struct MonthEarnings {
    /// Its first day.
    month: NaiveDate,
    #[serde(flatten)]
    earned: Earned,
}

/// What the tips of a group brought in.
#[derive(Debug, Serialize, ToSchema)]
struct Earned {
    tip_count: i64,
    total_tips: Amount,
    writer_earnings: Amount,
    platform_profit: Amount,
    /// The mean of the writers' shares.
    avg_percentage: Decimal,
}

impl From<TipEarnings> for TipEarningsAnswer {
    fn from(found: TipEarnings) -> Self {
        let TipEarnings { months, mut levels } = found;
        levels.sort_by_key(|row| Reverse(row.sums.cents));
        let level = |LevelTips { level, sums }| LevelEarnings { level, earned: sums.into() };
        Self {
            overall: total(months.iter().map(|row| row.sums)).into(),
            by_level: levels.into_iter().map(level).collect(),
            by_type: types(&months),
            monthly: monthly(&months),
        }
    }
}

fn types(months: &[MonthTips]) -> Vec<TypeEarnings> {
    let mut types: Vec<_> = by(months, |row| (row.tip_type, row.sums)).into_iter().collect();
    types.sort_by_key(|(kind, sums)| (Reverse(sums.cents), kind.as_str()));
    types.into_iter().map(|(tip_type, sums)| TypeEarnings { tip_type, earned: sums.into() }).collect()
}

fn monthly(months: &[MonthTips]) -> Vec<MonthEarnings> {
    let months = by(months, |row| (row.month, row.sums)).into_iter().rev().take(MONTHS);
    months.map(|(month, sums)| MonthEarnings { month, earned: sums.into() }).collect()
}

impl From<TipSums> for TipsEarned {
    fn from(sums: TipSums) -> Self {
        Self {
            summary: sums.into(),
            platform_profit_percentage: Decimal::percent(sums.platform_cents, sums.cents),
        }
    }
}

impl From<TipSums> for Earned {
    fn from(sums: TipSums) -> Self {
        Self {
            tip_count: sums.tips,
            total_tips: Amount::cents(sums.cents),
            writer_earnings: Amount::cents(sums.writer_cents),
            platform_profit: Amount::cents(sums.platform_cents),
            avg_percentage: mean_share(sums).unwrap_or_default(),
        }
    }
}
