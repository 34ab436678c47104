//! What the analytics of packages of classes show.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Serialize;
use tally_entity::{ClassBundleStatus, ClassLevel, PricingSource};
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use crate::{
    class_bundles::repository::analytics::{ClassAnalytics, SoldGroup},
    trends::handlers::{AnalyticsMonth, AnalyticsWeek, months, weeks},
};

/// The packages of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClassAnalyticsAnswer {
    /// Months with a package.
    monthly_trends: Vec<AnalyticsMonth>,
    /// Weeks with a package.
    weekly_trends: Vec<AnalyticsWeek>,
    /// The most frequent level first.
    level_breakdown: Vec<ClassesOfLevel>,
    /// The most frequent source of prices first.
    pricing_breakdown: Vec<ClassesOfPricing>,
    status_trends: BTreeMap<String, i64>,
    /// Of the completed ones, from their making to their completion.
    avg_completion_days: Option<Decimal>,
    /// Completed ones of all.
    conversion_rate: Decimal,
}

/// The packages of a level.
#[derive(Debug, Serialize, ToSchema)]
struct ClassesOfLevel {
    #[schema(value_type = String)]
    level: ClassLevel,
    count: i64,
    /// Of the completed ones.
    total_revenue: Amount,
}

/// The packages that got their price in one way.
#[derive(Debug, Serialize, ToSchema)]
struct ClassesOfPricing {
    #[schema(value_type = String)]
    pricing_source: PricingSource,
    count: i64,
    /// Of the completed ones.
    total_revenue: Amount,
}

impl From<ClassAnalytics> for ClassAnalyticsAnswer {
    fn from(ClassAnalytics { days, groups }: ClassAnalytics) -> Self {
        let completed =
            |figure: fn(&SoldGroup) -> i64| groups.iter().filter(|row| is_completed(row)).map(figure).sum();
        let level = |(level, (count, total_revenue))| ClassesOfLevel { level, count, total_revenue };
        let pricing = |(pricing_source, (count, total_revenue))| ClassesOfPricing {
            pricing_source,
            count,
            total_revenue,
        };
        let mut status_trends = BTreeMap::new();
        for row in &groups {
            *status_trends.entry(row.status.to_string()).or_default() += row.bundles;
        }
        Self {
            monthly_trends: months(&days),
            weekly_trends: weeks(&days),
            level_breakdown: by(&groups, |row| row.level).into_iter().map(level).collect(),
            pricing_breakdown: by(&groups, |row| row.pricing_source).into_iter().map(pricing).collect(),
            status_trends,
            avg_completion_days: Decimal::mean_days(
                completed(|row| row.micros),
                completed(|row| row.finished),
            ),
            conversion_rate: Decimal::percent(
                completed(|row| row.bundles),
                groups.iter().map(|row| row.bundles).sum(),
            ),
        }
    }
}

fn is_completed(row: &SoldGroup) -> bool {
    row.status == ClassBundleStatus::Completed
}

/// How many there are with each word, and what the completed ones of them are worth; the most frequent first.
fn by<W: Ord>(groups: &[SoldGroup], word: impl Fn(&SoldGroup) -> W) -> Vec<(W, (i64, Amount))> {
    let mut words = BTreeMap::<W, (i64, i64)>::new();
    for row in groups {
        let (count, cents) = words.entry(word(row)).or_default();
        *count += row.bundles;
        *cents += if is_completed(row) { row.cents } else { 0 };
    }
    let mut words: Vec<_> =
        words.into_iter().map(|(word, (count, cents))| (word, (count, Amount::cents(cents)))).collect();
    words.sort_by_key(|(_, (count, _))| Reverse(*count));
    words
}
