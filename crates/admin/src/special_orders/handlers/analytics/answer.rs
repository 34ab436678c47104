//! What the analytics of special orders show.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Serialize;
use tally_entity::{SpecialOrderPricing, SpecialOrderStatus};
use tally_http::{Amount, Decimal};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::{
    special_orders::repository::analytics::{OfOffer, PlacedGroup, SpecialAnalytics},
    trends::handlers::{AnalyticsMonth, AnalyticsWeek, months, weeks},
};

/// The special orders of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpecialAnalyticsAnswer {
    /// Months with a special order.
    monthly_trends: Vec<SpecialMonth>,
    /// Weeks with a special order.
    weekly_trends: Vec<AnalyticsWeek>,
    /// The most frequent kind of price first.
    type_breakdown: Vec<SpecialOfType>,
    /// `type_breakdown` again.
    revenue_by_type: Vec<SpecialOfType>,
    status_trends: BTreeMap<String, i64>,
    /// The most frequent offer first.
    predefined_breakdown: Vec<SpecialOfOffer>,
    /// Of the completed ones, from their making to their completion.
    avg_completion_days: Option<Decimal>,
    /// Completed ones of all.
    conversion_rate: Decimal,
    averages: SpecialAverages,
}

/// A month with a special order.
#[derive(Debug, Serialize, ToSchema)]
struct SpecialMonth {
    #[serde(flatten)]
    month: AnalyticsMonth,
    /// `total_revenue` again.
    revenue: Amount,
}

/// The special orders that get their price in one way.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
struct SpecialOfType {
    #[schema(value_type = String)]
    order_type: SpecialOrderPricing,
    count: i64,
    /// Of the completed ones.
    total_revenue: Amount,
    /// `total_revenue` again.
    revenue: Amount,
}

/// The special orders that took an offer.
#[derive(Debug, Serialize, ToSchema)]
struct SpecialOfOffer {
    /// The offer's name.
    predefined_type: String,
    count: i64,
    /// Of the completed ones.
    total_revenue: Amount,
}

/// Means of all.
#[derive(Debug, Serialize, ToSchema)]
struct SpecialAverages {
    /// Of those with a cost.
    avg_order_value: Option<Amount>,
    /// Rounded to tenths.
    avg_duration_days: Option<Decimal>,
}

impl From<SpecialAnalytics> for SpecialAnalyticsAnswer {
    fn from(SpecialAnalytics { days, groups, offers }: SpecialAnalytics) -> Self {
        let all = |figure: fn(&PlacedGroup) -> i64| groups.iter().map(figure).sum();
        let completed =
            |figure: fn(&PlacedGroup) -> i64| groups.iter().filter(|row| is_completed(row)).map(figure).sum();
        let month = |month: AnalyticsMonth| SpecialMonth { revenue: month.total_revenue, month };
        let mut status_trends = BTreeMap::new();
        for row in &groups {
            *status_trends.entry(row.status.to_string()).or_default() += row.orders;
        }
        let types = types(&groups);
        Self {
            monthly_trends: months(&days).into_iter().map(month).collect(),
            weekly_trends: weeks(&days),
            revenue_by_type: types.clone(),
            type_breakdown: types,
            status_trends,
            predefined_breakdown: offers.into_iter().map(Into::into).collect(),
            avg_completion_days: Decimal::mean_days(
                completed(|row| row.micros),
                completed(|row| row.finished),
            ),
            conversion_rate: Decimal::percent(completed(|row| row.orders), all(|row| row.orders)),
            averages: SpecialAverages {
                avg_order_value: Amount::mean(all(|row| row.cents), all(|row| row.priced)),
                avg_duration_days: mean_in_tenths(all(|row| row.duration_days), all(|row| row.orders)),
            },
        }
    }
}

fn is_completed(row: &PlacedGroup) -> bool {
    row.status == SpecialOrderStatus::Completed
}

fn types(groups: &[PlacedGroup]) -> Vec<SpecialOfType> {
    let mut types = BTreeMap::<SpecialOrderPricing, (i64, i64)>::new();
    for row in groups {
        let (count, cents) = types.entry(row.order_type).or_default();
        *count += row.orders;
        *cents += if is_completed(row) { row.cents } else { 0 };
    }
    let row = |(order_type, (count, cents))| {
        let revenue = Amount::cents(cents);
        SpecialOfType { order_type, count, total_revenue: revenue, revenue }
    };
    let mut types: Vec<_> = types.into_iter().map(row).collect();
    types.sort_by_key(|row| Reverse(row.count));
    types
}

/// `sum / count`, rounded to one decimal.
fn mean_in_tenths(sum: i64, count: i64) -> Option<Decimal> {
    let Hundredths(tenths) = Hundredths::mean_cents(10 * sum, count)?;
    Some(Hundredths(10 * tenths).into())
}

impl From<OfOffer> for SpecialOfOffer {
    fn from(row: OfOffer) -> Self {
        let OfOffer { name, orders, revenue_cents } = row;
        Self { predefined_type: name, count: orders, total_revenue: Amount::cents(revenue_cents) }
    }
}
