//! What every page of a writer shows at its top.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderId, WriterLevelId, writer_level};
use tally_http::{Amount, Decimal};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use super::parts::{
    FinesSummary, ReviewsSummary, SummaryFines, SummaryReviews, SummaryRevisions, SummaryTips, TipsSummary,
};
use crate::{
    formulas::progress::Progress,
    level::{handlers::figures::next, repository::summary::Summary},
};

/// What a level is called that there is not.
const NO_LEVEL: &str = "None";
/// The score that a promotion takes, in hundredths.
const REQUIRED: i64 = 10_000;

/// What every page shows at its top.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterSummary {
    revision_requests: SummaryRevisions,
    revision_requests_count: i64,
    tips: SummaryTips,
    tips_summary: TipsSummary,
    fines: SummaryFines,
    fines_summary: FinesSummary,
    reviews: SummaryReviews,
    reviews_summary: ReviewsSummary,
    current_level: SummaryLevel,
    /// Null when there is no level to reach.
    level_progress: Option<LevelProgress>,
    active_orders: i64,
    completed_this_month: i64,
    /// What was paid, ever.
    total_earnings: Amount,
    pending_payments: Amount,
    /// Of the order in work that is due next, like the following two.
    next_deadline: Option<DateTime<Utc>>,
    #[schema(value_type = Option<i64>)]
    next_deadline_order_id: Option<OrderId>,
    next_deadline_topic: Option<String>,
}

/// The writer's level.
#[derive(Debug, Serialize, ToSchema)]
struct SummaryLevel {
    #[schema(value_type = Option<i64>)]
    id: Option<WriterLevelId>,
    /// `None` when there is no level.
    name: String,
}

/// How near the next level is. Scores go from 0 to 100, with one decimal.
#[derive(Debug, Serialize, ToSchema)]
struct LevelProgress {
    current_level: String,
    next_level: String,
    /// `next_level` again.
    next_level_name: String,
    current_score: Decimal,
    required_score: Decimal,
    points_needed: Decimal,
    progress_percentage: Decimal,
    ready_for_promotion: bool,
    /// A sentence for each requirement that is not met.
    requirements_remaining: Option<String>,
}

impl From<Summary> for WriterSummary {
    fn from(found: Summary) -> Self {
        let own = found.profile.level.as_ref();
        let record = found.done.record(found.rating, found.takes);
        let level_progress = next(&found.levels, own, &record)
            .map(|(next, progress)| LevelProgress::new(own, next, &progress));
        let revisions = SummaryRevisions::from(found.revisions);
        let next_deadline = found.next_deadline;
        Self {
            revision_requests_count: revisions.count,
            revision_requests: revisions,
            tips: found.tips.into(),
            tips_summary: found.tips.into(),
            fines: found.fines.into(),
            fines_summary: found.fines.into(),
            reviews: SummaryReviews::new(found.rating, found.reviews),
            reviews_summary: found.rating.into(),
            current_level: SummaryLevel { id: own.map(|level| level.id), name: name(own) },
            level_progress,
            active_orders: found.done.active,
            completed_this_month: found.done.finished_since,
            total_earnings: Amount::cents(found.paid.paid_cents),
            pending_payments: Amount::cents(found.paid.owed_cents),
            next_deadline: next_deadline.as_ref().map(|order| order.due),
            next_deadline_order_id: next_deadline.as_ref().map(|order| order.id),
            next_deadline_topic: next_deadline.map(|order| order.topic),
        }
    }
}

fn name(level: Option<&writer_level::Model>) -> String {
    level.map_or(NO_LEVEL, |level| &level.name).to_owned()
}

impl LevelProgress {
    fn new(own: Option<&writer_level::Model>, next: &writer_level::Model, progress: &Progress) -> Self {
        let missing = Some(progress.failed.join("; ")).filter(|sentences| !sentences.is_empty());
        Self {
            current_level: name(own),
            next_level: next.name.clone(),
            next_level_name: next.name.clone(),
            current_score: progress.score.into(),
            required_score: Hundredths(REQUIRED).into(),
            points_needed: Hundredths(REQUIRED - progress.score.0).into(),
            progress_percentage: progress.score.into(),
            ready_for_promotion: progress.is_eligible(),
            requirements_remaining: missing,
        }
    }
}
