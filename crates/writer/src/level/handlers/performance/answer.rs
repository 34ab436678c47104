//! How a writer's orders went.

use chrono::NaiveDate;
use serde::Serialize;
use tally_http::Decimal;
use utoipa::ToSchema;

use crate::{
    formulas::exact::percent,
    level::{
        handlers::figures::number,
        repository::performance::{OrderDay, Performance},
    },
};

/// The orders that came in during a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterPerformance {
    total_orders: i64,
    completed_orders: i64,
    on_time_orders: i64,
    late_orders: i64,
    revised_orders: i64,
    /// In work now, whenever they came in.
    active_orders: i64,
    /// Of all orders, like the revision rate; one decimal.
    completion_rate: Decimal,
    /// Of the completed ones.
    on_time_rate: Decimal,
    revision_rate: Decimal,
    /// Of the reviews of the period.
    avg_rating: Option<Decimal>,
    total_reviews: i64,
    /// The days with orders, oldest first.
    performance_trend: Vec<PerformanceDay>,
}

/// The orders that came in on a day.
#[derive(Debug, Serialize, ToSchema)]
struct PerformanceDay {
    date: NaiveDate,
    completed: i64,
    total: i64,
}

impl From<Performance> for WriterPerformance {
    fn from(found: Performance) -> Self {
        let Performance { days, active, rating } = found;
        let sum = |part: fn(&OrderDay) -> i64| days.iter().map(part).sum::<i64>();
        let (total, completed) = (sum(|day| day.orders), sum(|day| day.finished));
        let (on_time, revised) = (sum(|day| day.on_time), sum(|day| day.revised));
        Self {
            total_orders: total,
            completed_orders: completed,
            on_time_orders: on_time,
            late_orders: sum(|day| day.late),
            revised_orders: revised,
            active_orders: active,
            completion_rate: percent(completed, total).into(),
            on_time_rate: percent(on_time, completed).into(),
            revision_rate: percent(revised, total).into(),
            avg_rating: rating.mean.map(number),
            total_reviews: rating.reviews,
            performance_trend: days.iter().map(Into::into).collect(),
        }
    }
}

impl From<&OrderDay> for PerformanceDay {
    fn from(day: &OrderDay) -> Self {
        let OrderDay { day: date, orders: total, finished: completed, .. } = *day;
        Self { date, completed, total }
    }
}
