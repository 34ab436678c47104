//! What the tips of a period show.

use std::cmp::Reverse;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{TipType, UserId};
use tally_http::{Amount, Decimal};
use tally_kernel::{Period, first_of_month, monday_of};
use utoipa::ToSchema;

use crate::tips::{
    handlers::figures::{TipFigures, by, mean_share},
    repository::{
        LevelTips,
        analytics::{DayTips, TipAnalytics, TopPerson},
    },
};

/// Days from the first Monday of the weekly trend to the last.
const WEEKS_BEFORE: Days = Days::new(11 * 7);
/// Days from the first day of the daily trend to the last.
const DAYS_BEFORE: Days = Days::new(29);

/// The tips of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TipAnalyticsAnswer {
    period: TipPeriod,
    trends: TipTrends,
    breakdowns: TipBreakdowns,
    top_performers: TopTippers,
}

/// The days that end now.
#[derive(Debug, Serialize, ToSchema)]
struct TipPeriod {
    days: i64,
    date_from: DateTime<Utc>,
}

/// What was sent when, ascending; only what has tips.
#[derive(Debug, Serialize, ToSchema)]
struct TipTrends {
    monthly: Vec<TipMonth>,
    /// The last 12 weeks that began.
    weekly: Vec<TipWeek>,
    /// The last 30 days that began.
    daily: Vec<TipDay>,
}

/// The tips of a month.
#[derive(Debug, Serialize, ToSchema)]
struct TipMonth {
    /// Its first day.
    month: NaiveDate,
    #[serde(flatten)]
    figures: TipFigures,
}

/// The tips of a week.
#[derive(Debug, Serialize, ToSchema)]
struct TipWeek {
    /// Its Monday.
    week: NaiveDate,
    #[serde(flatten)]
    figures: TipFigures,
}

/// The tips of a day.
#[derive(Debug, Serialize, ToSchema)]
struct TipDay {
    day: NaiveDate,
    #[serde(flatten)]
    figures: TipFigures,
}

/// The largest sums first.
#[derive(Debug, Serialize, ToSchema)]
struct TipBreakdowns {
    by_type: Vec<TipTypeMean>,
    /// Of writers who had a level.
    by_level: Vec<TipLevelTotals>,
}

/// The tips of a kind, and their mean.
#[derive(Debug, Serialize, ToSchema)]
struct TipTypeMean {
    #[schema(value_type = String)]
    tip_type: TipType,
    avg_amount: Amount,
    #[serde(flatten)]
    figures: TipFigures,
}

/// The tips of writers of a level.
#[derive(Debug, Serialize, ToSchema)]
struct TipLevelTotals {
    #[serde(rename = "writer_level__name")]
    level: String,
    tip_count: i64,
    total_tips: Amount,
    total_writer_earnings: Amount,
    total_platform_profit: Amount,
    /// The mean of the writers' shares.
    avg_percentage: Decimal,
}

/// Ten who received most and ten who gave most.
#[derive(Debug, Serialize, ToSchema)]
struct TopTippers {
    writers: Vec<TippedWriter>,
    clients: Vec<TippingClient>,
}

/// A writer, and what reached him.
#[derive(Debug, Serialize, ToSchema)]
struct TippedWriter {
    #[serde(rename = "writer__id")]
    #[schema(value_type = i64)]
    id: UserId,
    #[serde(rename = "writer__username")]
    username: String,
    #[serde(rename = "writer__email")]
    email: String,
    tip_count: i64,
    total_received: Amount,
    avg_tip: Amount,
}

/// A client, and what he gave.
#[derive(Debug, Serialize, ToSchema)]
struct TippingClient {
    #[serde(rename = "client__id")]
    #[schema(value_type = i64)]
    id: UserId,
    #[serde(rename = "client__username")]
    username: String,
    #[serde(rename = "client__email")]
    email: String,
    tip_count: i64,
    total_sent: Amount,
}

impl TipAnalyticsAnswer {
    pub(super) fn new(found: TipAnalytics, days: i64, period: Period) -> Self {
        let TipAnalytics { days: sent, mut levels, writers, clients } = found;
        levels.sort_by_key(|row| Reverse(row.sums.cents));
        Self {
            period: TipPeriod { days, date_from: period.from },
            trends: TipTrends::new(&sent, period.until.date_naive()),
            breakdowns: TipBreakdowns {
                by_type: types(&sent),
                by_level: levels.into_iter().map(Into::into).collect(),
            },
            top_performers: TopTippers {
                writers: writers.into_iter().map(Into::into).collect(),
                clients: clients.into_iter().map(Into::into).collect(),
            },
        }
    }
}

impl TipTrends {
    fn new(sent: &[DayTips], today: NaiveDate) -> Self {
        let since = |first: NaiveDate| sent.iter().filter(move |row| row.day >= first);
        let weekly = by(since(monday_of(today) - WEEKS_BEFORE), |row| (monday_of(row.day), row.sums));
        let daily = by(since(today - DAYS_BEFORE), |row| (row.day, row.sums));
        let monthly = by(sent, |row| (first_of_month(row.day), row.sums));
        Self {
            monthly: monthly
                .into_iter()
                .map(|(month, sums)| TipMonth { month, figures: sums.into() })
                .collect(),
            weekly: weekly.into_iter().map(|(week, sums)| TipWeek { week, figures: sums.into() }).collect(),
            daily: daily.into_iter().map(|(day, sums)| TipDay { day, figures: sums.into() }).collect(),
        }
    }
}

fn types(sent: &[DayTips]) -> Vec<TipTypeMean> {
    let mut types: Vec<_> = by(sent, |row| (row.tip_type, row.sums)).into_iter().collect();
    types.sort_by_key(|(kind, sums)| (Reverse(sums.cents), kind.as_str()));
    let row = |(tip_type, sums): (_, crate::tips::repository::TipSums)| TipTypeMean {
        tip_type,
        avg_amount: Amount::mean(sums.cents, sums.tips).unwrap_or_default(),
        figures: sums.into(),
    };
    types.into_iter().map(row).collect()
}

impl From<LevelTips> for TipLevelTotals {
    fn from(row: LevelTips) -> Self {
        let LevelTips { level, sums } = row;
        Self {
            level,
            tip_count: sums.tips,
            total_tips: Amount::cents(sums.cents),
            total_writer_earnings: Amount::cents(sums.writer_cents),
            total_platform_profit: Amount::cents(sums.platform_cents),
            avg_percentage: mean_share(sums).unwrap_or_default(),
        }
    }
}

impl From<TopPerson> for TippedWriter {
    fn from(row: TopPerson) -> Self {
        let TopPerson { id, username, email, tips, cents } = row;
        let avg_tip = Amount::mean(cents, tips).unwrap_or_default();
        Self { id, username, email, tip_count: tips, total_received: Amount::cents(cents), avg_tip }
    }
}

impl From<TopPerson> for TippingClient {
    fn from(row: TopPerson) -> Self {
        let TopPerson { id, username, email, tips, cents } = row;
        Self { id, username, email, tip_count: tips, total_sent: Amount::cents(cents) }
    }
}
