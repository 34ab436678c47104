//! Sums of tips as they are sent.

use std::collections::BTreeMap;

use serde::Serialize;
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use crate::tips::repository::TipSums;

/// How tips were split.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the contract's names")]
pub(crate) struct TipTotals {
    total_tip_amount: Amount,
    total_writer_earnings: Amount,
    total_platform_profit: Amount,
}

impl From<TipSums> for TipTotals {
    fn from(sums: TipSums) -> Self {
        let TipSums { tips: _, cents, writer_cents, platform_cents, shares: _ } = sums;
        Self {
            total_tip_amount: Amount::cents(cents),
            total_writer_earnings: Amount::cents(writer_cents),
            total_platform_profit: Amount::cents(platform_cents),
        }
    }
}

/// How many tips there are, how they were split, and their means.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(crate) struct TipSummary {
    total_tips: i64,
    #[serde(flatten)]
    totals: TipTotals,
    avg_tip_amount: Option<Amount>,
    /// The mean of the writers' shares.
    avg_writer_percentage: Option<Decimal>,
}

impl From<TipSums> for TipSummary {
    fn from(sums: TipSums) -> Self {
        Self {
            total_tips: sums.tips,
            totals: sums.into(),
            avg_tip_amount: Amount::mean(sums.cents, sums.tips),
            avg_writer_percentage: mean_share(sums),
        }
    }
}

/// The tips of one group.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(crate) struct TipFigures {
    count: i64,
    total_amount: Amount,
    writer_earnings: Amount,
    platform_profit: Amount,
}

impl From<TipSums> for TipFigures {
    fn from(sums: TipSums) -> Self {
        let TipSums { tips, cents, writer_cents, platform_cents, shares: _ } = sums;
        Self {
            count: tips,
            total_amount: Amount::cents(cents),
            writer_earnings: Amount::cents(writer_cents),
            platform_profit: Amount::cents(platform_cents),
        }
    }
}

/// The mean of the writers' shares, in percent.
pub(super) fn mean_share(sums: TipSums) -> Option<Decimal> {
    Decimal::mean(sums.shares, sums.tips * 100)
}

/// The sums of the rows with the same key, by key.
pub(super) fn by<R, K: Ord>(
    rows: impl IntoIterator<Item = R>,
    part: impl Fn(R) -> (K, TipSums),
) -> BTreeMap<K, TipSums> {
    let mut groups = BTreeMap::<K, TipSums>::new();
    for (key, sums) in rows.into_iter().map(part) {
        *groups.entry(key).or_default() += sums;
    }
    groups
}

/// All of them together.
pub(super) fn total(sums: impl IntoIterator<Item = TipSums>) -> TipSums {
    let mut total = TipSums::default();
    sums.into_iter().for_each(|sums| total += sums);
    total
}
