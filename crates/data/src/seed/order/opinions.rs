//! What clients say about an order: reviews and disputes.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Stage, Story};
use crate::seed::{plan::Plan, words};

type Time = DateTime<Utc>;

/// A review of the order, its writer, or the website.
#[derive(Debug, Clone)]
pub(in crate::seed) struct ReviewStory {
    pub kind: &'static str,
    /// The writer it is about.
    pub reviewed: Option<usize>,
    pub tenths: i64,
    pub comment: &'static str,
    pub is_approved: bool,
    pub is_shadowed: bool,
    pub flag_reason: Option<&'static str>,
    pub submitted_at: Time,
    pub moderated_at: Option<Time>,
}

impl ReviewStory {
    /// Whether it counts for the writer's rating.
    pub(in crate::seed) fn counts(&self) -> bool {
        self.is_approved && !self.is_shadowed
    }
}

/// A disagreement about an order.
#[derive(Debug, Clone)]
pub(in crate::seed) struct DisputeStory {
    pub status: &'static str,
    pub reason_code: &'static str,
    pub reason: &'static str,
    pub outcome: Option<&'static str>,
    pub created_at: Time,
    pub responded_at: Option<Time>,
    pub resolved_at: Option<Time>,
}

const REASONS: [&str; 8] =
    ["quality", "late", "plagiarism", "instructions", "payment", "no_show", "conduct", "other"];
const OUTCOMES: [&str; 6] =
    ["writer_wins", "client_wins", "extend_deadline", "reassign", "partial", "dismissed"];
const OPEN: [&str; 4] = ["open", "assigned", "in_review", "escalated"];

pub(super) fn tell(story: &mut Story, plan: &Plan) {
    if let Some(submitted_at) = story.times.submitted
        && (story.status == "disputed" || story.dice.falls(15))
    {
        story.dispute = Some(dispute(story, plan, submitted_at));
    }
    let Some(completed_at) = story.times.completed.filter(|_| story.stage == Stage::Done) else { return };
    if story.dice.falls(450) {
        review(story, plan, "order", story.writer, completed_at);
    }
    if story.dice.falls(120) {
        review(story, plan, "writer", story.writer, completed_at);
    }
    // A client reviews the website once, after the first order.
    if Plan::newcomer(story.place).is_some() && story.dice.falls(300) {
        review(story, plan, "website", None, completed_at);
    }
}

fn review(story: &mut Story, plan: &Plan, kind: &'static str, reviewed: Option<usize>, after: Time) {
    let dice = &mut story.dice;
    let tenths = dice.weigh(&[(50, 52), (45, 12), (40, 20), (35, 4), (30, 7), (20, 3), (10, 2)]);
    let comment = match tenths {
        _ if dice.falls(250) => "",
        35.. => dice.pick(&words::PRAISE),
        _ => dice.pick(&words::COMPLAINTS),
    };
    let submitted_at = (after + TimeDelta::minutes(dice.between(10, 9_000))).min(plan.now);
    let is_new = plan.now - submitted_at < TimeDelta::days(5);
    let is_approved = !dice.falls(if is_new { 500 } else { 30 });
    let is_moderated = is_approved && dice.falls(600);
    let flag_reason = match tenths {
        10 if comment.is_empty() => Some("One star without a text"),
        _ => dice.falls(12).then_some("Contact details in the text"),
    };
    let moderated_at = (submitted_at + TimeDelta::minutes(dice.between(30, 2_000))).min(plan.now);
    story.reviews.push(ReviewStory {
        kind,
        reviewed,
        tenths,
        comment,
        is_approved,
        is_shadowed: dice.falls(15),
        flag_reason,
        submitted_at,
        moderated_at: is_moderated.then_some(moderated_at),
    });
}

/// Disputed orders wait for a decision; other disputes were settled.
fn dispute(story: &mut Story, plan: &Plan, submitted_at: Time) -> DisputeStory {
    let now = plan.now;
    let is_open = story.status == "disputed";
    let dice = &mut story.dice;
    let settled = dice.weigh(&[("resolved", 3), ("closed", 1)]);
    let status = if is_open { OPEN[story.place / 50 % OPEN.len()] } else { settled };
    let created_at = (submitted_at + TimeDelta::minutes(dice.between(30, 4_000))).min(now);
    let responded_at = (created_at + TimeDelta::hours(dice.between(1, 40))).min(now);
    let resolved_at = (responded_at + TimeDelta::hours(dice.between(4, 160))).min(now);
    DisputeStory {
        status,
        reason_code: dice.pick(&REASONS),
        reason: dice.pick(&words::COMPLAINTS),
        outcome: (!is_open).then(|| dice.pick(&OUTCOMES)),
        created_at,
        responded_at: (!is_open || dice.falls(400)).then_some(responded_at),
        resolved_at: (!is_open).then_some(resolved_at),
    }
}
