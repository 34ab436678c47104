//! A writer's level, and the next.

use serde::Serialize;
use tally_entity::{EarningMode, WriterLevelId, writer_level};
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use crate::{
    formulas::progress::{Progress, Record, Requirements},
    level::{
        handlers::figures::{next, number},
        repository::{
            ladder::requirements,
            level::{Level, Snapshot},
        },
    },
    repository::profile::hundredths,
};

/// A writer's level, what he has done, and what the next level asks for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterLevelAnswer {
    current_level: Option<LevelRow>,
    current_stats: LevelStats,
    next_level: Option<NextLevel>,
    /// Among the writers of the website in the last finished period; 1 is best.
    ranking_position: Option<i64>,
    latest_snapshot: Option<LevelSnapshot>,
}

/// What a level pays and allows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LevelRow {
    #[schema(value_type = i64)]
    id: WriterLevelId,
    name: String,
    description: String,
    #[schema(value_type = String)]
    earning_mode: EarningMode,
    base_pay_per_page: Amount,
    base_pay_per_slide: Amount,
    earnings_percentage_of_cost: Option<Decimal>,
    earnings_percentage_of_total: Option<Decimal>,
    urgency_percentage_increase: Decimal,
    urgency_additional_per_page: Amount,
    urgent_order_deadline_hours: i32,
    technical_order_adjustment_per_page: Amount,
    technical_order_adjustment_per_slide: Amount,
    deadline_percentage: Decimal,
    tips_percentage: Decimal,
    max_orders: i32,
    bonus_per_order_completed: Amount,
    bonus_per_rating_above_threshold: Amount,
    rating_threshold_for_bonus: Decimal,
}

/// What the writer has done, ever.
#[derive(Debug, Serialize, ToSchema)]
struct LevelStats {
    total_completed_orders: i64,
    /// Orders that he took himself.
    total_takes: i64,
    avg_rating: Option<Decimal>,
    /// Of all orders he got.
    completion_rate: Decimal,
    /// Of the finished ones, like the next.
    revision_rate: Decimal,
    lateness_rate: Decimal,
}

/// The next level, and what is missing for it.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the contract's name")]
pub(crate) struct NextLevel {
    next_level: LevelName,
    is_eligible: bool,
    /// A sentence each.
    failed_requirements: Vec<String>,
    requirements: LevelRequirements,
}

/// A level's name.
#[derive(Debug, Serialize, ToSchema)]
struct LevelName {
    #[schema(value_type = i64)]
    id: WriterLevelId,
    name: String,
}

/// What a level asks for; 0 asks nothing.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the contract's names")]
struct LevelRequirements {
    min_orders: i64,
    min_rating: Decimal,
    min_takes: i64,
    min_completion_rate: Decimal,
}

/// The figures of the last finished period.
#[derive(Debug, Serialize, ToSchema)]
struct LevelSnapshot {
    average_rating: Option<Decimal>,
    total_orders: i32,
    completion_rate: Decimal,
}

impl From<Level> for WriterLevelAnswer {
    fn from(found: Level) -> Self {
        let Level { profile, done, rating, takes, levels, snapshot } = found;
        let record = done.record(rating, takes);
        let next = next(&levels, profile.level.as_ref(), &record).map(NextLevel::new);
        Self {
            current_level: profile.level.map(Into::into),
            current_stats: (&record).into(),
            next_level: next,
            ranking_position: snapshot.as_ref().map(|snapshot| snapshot.better + 1),
            latest_snapshot: snapshot.map(Into::into),
        }
    }
}

impl NextLevel {
    /// With how near the writer is to it.
    pub(crate) fn new((level, progress): (&writer_level::Model, Progress)) -> Self {
        Self {
            next_level: LevelName { id: level.id, name: level.name.clone() },
            is_eligible: progress.is_eligible(),
            failed_requirements: progress.failed,
            requirements: requirements(level).into(),
        }
    }
}

impl From<Requirements> for LevelRequirements {
    fn from(asked: Requirements) -> Self {
        let Requirements { orders, rating, takes, completion, most_revision: _, most_lateness: _ } = asked;
        Self {
            min_orders: orders,
            min_rating: number(rating),
            min_takes: takes,
            min_completion_rate: number(completion),
        }
    }
}

impl From<&Record> for LevelStats {
    fn from(record: &Record) -> Self {
        Self {
            total_completed_orders: record.finished,
            total_takes: record.takes,
            avg_rating: record.rating.map(number),
            completion_rate: record.completion_rate().into(),
            revision_rate: record.revision_rate().into(),
            lateness_rate: record.lateness_rate().into(),
        }
    }
}

impl From<Snapshot> for LevelSnapshot {
    fn from(snapshot: Snapshot) -> Self {
        let Snapshot { average_rating, total_orders, completion_rate, better: _ } = snapshot;
        Self {
            average_rating: average_rating.map(number),
            total_orders,
            completion_rate: number(completion_rate),
        }
    }
}

impl From<writer_level::Model> for LevelRow {
    fn from(level: writer_level::Model) -> Self {
        let share = |share| number(hundredths(share));
        Self {
            id: level.id,
            name: level.name,
            description: level.description,
            earning_mode: level.earning_mode,
            base_pay_per_page: Amount::cents(level.page_cents),
            base_pay_per_slide: Amount::cents(level.slide_cents),
            earnings_percentage_of_cost: level.cost_pct.map(share),
            earnings_percentage_of_total: level.total_pct.map(share),
            urgency_percentage_increase: share(level.urgency_pct),
            urgency_additional_per_page: Amount::cents(level.urgency_page_cents),
            urgent_order_deadline_hours: level.urgent_hours,
            technical_order_adjustment_per_page: Amount::cents(level.technical_page_cents),
            technical_order_adjustment_per_slide: Amount::cents(level.technical_slide_cents),
            deadline_percentage: share(level.deadline_pct),
            tips_percentage: share(level.tips_pct),
            max_orders: level.max_orders,
            bonus_per_order_completed: Amount::cents(level.bonus_per_order_cents),
            bonus_per_rating_above_threshold: Amount::cents(level.bonus_per_rating_cents),
            rating_threshold_for_bonus: share(level.bonus_rating_threshold),
        }
    }
}
