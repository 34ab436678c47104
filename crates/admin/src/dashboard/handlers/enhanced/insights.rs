//! What the figures of a period suggest, in words.

use serde::Serialize;
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::dashboard::repository::enhanced::{Clients, OrderDay};

/// Rows of a list of days that are compared with as many others.
pub(super) const WEEK: usize = 7;

/// A change of more than this many percent is worth a word.
const VOLUME_CHANGES: i64 = 10;
const REVENUE_GROWS: i64 = 15;
/// Percent of clients who came back.
const RETENTION_LOW: i64 = 30;
const RETENTION_HIGH: i64 = 60;

/// A suggestion.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct Insight {
    /// Whether it is good news.
    #[serde(rename = "type")]
    kind: InsightKind,
    title: &'static str,
    message: String,
    /// What to do about it.
    action: &'static str,
}

/// Whether something is good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum InsightKind {
    Positive,
    Warning,
}

pub(super) fn insights(days: &[OrderDay], clients: &Clients) -> Vec<Insight> {
    let orders: Vec<_> = days.iter().map(|day| day.orders).collect();
    let revenue: Vec<_> = days.iter().filter(|day| day.paid > 0).map(|day| day.revenue_cents).collect();
    [volume(&orders), retention(clients), growth(&revenue)].into_iter().flatten().collect()
}

fn volume(orders: &[i64]) -> Option<Insight> {
    let (last, first) = weeks(orders)?;
    if last * 100 > first * (100 + VOLUME_CHANGES) {
        return Some(Insight {
            kind: InsightKind::Positive,
            title: "Growing Order Volume",
            message: format!(
                "Orders per day are {}% above those at the start of the period.",
                tenths(last - first, first)
            ),
            action: "See that enough writers are free to take the additional orders.",
        });
    }
    (last * 100 < first * (100 - VOLUME_CHANGES)).then(|| Insight {
        kind: InsightKind::Warning,
        title: "Declining Order Volume",
        message: format!(
            "Orders per day are {}% below those at the start of the period.",
            tenths(first - last, first)
        ),
        action: "Look at what changed in marketing, prices or service since then.",
    })
}

fn retention(clients: &Clients) -> Option<Insight> {
    let Clients { all, repeating, .. } = *clients;
    let rate = tenths(repeating, all);
    if all > 0 && repeating * 100 < all * RETENTION_LOW {
        return Some(Insight {
            kind: InsightKind::Warning,
            title: "Low Client Retention",
            message: format!("Only {rate}% of the clients ordered more than once in the period."),
            action: "Give clients a reason to return: a loyalty offer, or a word after delivery.",
        });
    }
    (repeating * 100 > all * RETENTION_HIGH).then(|| Insight {
        kind: InsightKind::Positive,
        title: "Strong Client Retention",
        message: format!("{rate}% of the clients ordered more than once in the period."),
        action: "Ask returning clients to recommend the service.",
    })
}

fn growth(revenue: &[i64]) -> Option<Insight> {
    let (last, first) = weeks(revenue)?;
    (last * 100 > first * (100 + REVENUE_GROWS)).then(|| Insight {
        kind: InsightKind::Positive,
        title: "Strong Revenue Growth",
        message: format!(
            "The last seven days with revenue brought in {}% more than the first seven.",
            tenths(last - first, first)
        ),
        action: "Find out which services grew, and offer more of them.",
    })
}

/// The sums of the last and of the first seven rows; the last twice when they would overlap, and nothing when
/// there are not even seven.
fn weeks(rows: &[i64]) -> Option<(i64, i64)> {
    let last = rows.len().checked_sub(WEEK).map(|start| rows[start..].iter().sum())?;
    let first = if rows.len() < 2 * WEEK { last } else { rows[..WEEK].iter().sum() };
    Some((last, first))
}

/// A percentage with one decimal. Growth from nothing counts as a doubling.
fn tenths(part: i64, whole: i64) -> String {
    let Hundredths(tenths) =
        Hundredths::ratio(i128::from(part) * 10, whole.into()).unwrap_or(Hundredths(1000));
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(found: impl IntoIterator<Item = Insight>) -> Vec<&'static str> {
        found.into_iter().map(|insight| insight.title).collect()
    }

    /// `first` a day for a week, then `last` a day for a week.
    fn fortnight(first: i64, last: i64) -> Vec<i64> {
        [[first; WEEK], [last; WEEK]].concat()
    }

    #[test]
    fn ten_percent_more_orders_are_no_news_yet() {
        assert_eq!(titles(volume(&fortnight(10, 11))), [""; 0]);
        assert_eq!(titles(volume(&fortnight(100, 111))), ["Growing Order Volume"]);
        assert_eq!(titles(volume(&fortnight(10, 9))), [""; 0]);
        assert_eq!(titles(volume(&fortnight(100, 89))), ["Declining Order Volume"]);
    }

    #[test]
    fn weeks_that_overlap_are_not_compared() {
        assert_eq!(titles(volume(&fortnight(1, 100)[1..])), [""; 0]);
        assert_eq!(titles(volume(&[1; 6])), [""; 0]);
        assert_eq!(weeks(&[1; 6]), None);
        assert_eq!(weeks(&[2; 7]), Some((14, 14)));
    }

    #[test]
    fn retention_is_news_outside_its_bounds_only() {
        let of = |repeating, clients| {
            titles(retention(&Clients { all: clients, repeating, orders: 0, spent_cents: 0 }))
        };
        assert_eq!(of(0, 0), [""; 0]);
        assert_eq!(of(29, 100), ["Low Client Retention"]);
        assert_eq!(of(30, 100), [""; 0]);
        assert_eq!(of(60, 100), [""; 0]);
        assert_eq!(of(61, 100), ["Strong Client Retention"]);
    }

    #[test]
    fn messages_name_the_percentage_with_one_decimal() {
        assert_eq!(titles(growth(&fortnight(100, 115))), [""; 0]);
        let grown = growth(&fortnight(300, 400)).unwrap();
        assert_eq!(
            grown.message,
            "The last seven days with revenue brought in 33.3% more than the first seven."
        );
        assert_eq!(tenths(1, 0), "100.0");
        assert_eq!(tenths(5, 10_000), "0.1");
    }
}
