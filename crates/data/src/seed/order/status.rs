//! Where an order stands: young ones wait for money or a writer, old ones are done.

use chrono::{DateTime, Utc};

use crate::seed::{dice::Dice, plan::Plan};

/// How far an order has come, whatever the word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::seed) enum Stage {
    Unpaid,
    Paid,
    Assigned,
    Submitted,
    Done,
}

/// Every status of an order and how far it is.
pub(in crate::seed) const STATUSES: [(&str, Stage); 36] = [
    ("draft", Stage::Unpaid),
    ("created", Stage::Unpaid),
    ("unpaid", Stage::Unpaid),
    ("pending", Stage::Unpaid),
    ("expired", Stage::Unpaid),
    ("rejected", Stage::Unpaid),
    ("re_opened", Stage::Unpaid),
    ("paid", Stage::Paid),
    ("available", Stage::Paid),
    ("pending_writer_assignment", Stage::Paid),
    ("pending_preferred", Stage::Paid),
    ("reassigned", Stage::Paid),
    ("cancelled", Stage::Paid),
    ("on_hold", Stage::Paid),
    ("assigned", Stage::Assigned),
    ("in_progress", Stage::Assigned),
    ("late", Stage::Assigned),
    ("critical", Stage::Assigned),
    ("submitted", Stage::Submitted),
    ("in_review", Stage::Submitted),
    ("under_review", Stage::Submitted),
    ("under_editing", Stage::Submitted),
    ("revision_requested", Stage::Submitted),
    ("on_revision", Stage::Submitted),
    ("revision_in_progress", Stage::Submitted),
    ("revised", Stage::Submitted),
    ("reviewed", Stage::Submitted),
    ("rated", Stage::Submitted),
    ("disputed", Stage::Submitted),
    ("refunded", Stage::Submitted),
    ("approved", Stage::Done),
    ("completed", Stage::Done),
    ("closed", Stage::Done),
    ("archived", Stage::Done),
    // Named last, because they are rare variants of the above.
    ("unpaid", Stage::Unpaid),
    ("cancelled", Stage::Unpaid),
];

const DAY_OLD: [(&str, u32); 8] = [
    ("created", 8),
    ("unpaid", 16),
    ("pending", 10),
    ("paid", 8),
    ("available", 26),
    ("pending_writer_assignment", 6),
    ("assigned", 12),
    ("in_progress", 14),
];
const WEEK_OLD: [(&str, u32); 12] = [
    ("unpaid", 5),
    ("pending", 3),
    ("available", 8),
    ("assigned", 10),
    ("in_progress", 26),
    ("under_editing", 6),
    ("submitted", 10),
    ("revision_requested", 4),
    ("on_revision", 3),
    ("completed", 19),
    ("cancelled", 4),
    ("on_hold", 2),
];
const MONTH_OLD: [(&str, u32); 10] = [
    ("completed", 57),
    ("approved", 8),
    ("rated", 5),
    ("reviewed", 4),
    ("revised", 3),
    ("in_progress", 7),
    ("submitted", 4),
    ("cancelled", 6),
    ("disputed", 2),
    ("expired", 4),
];
const OLD: [(&str, u32); 7] = [
    ("completed", 66),
    ("closed", 12),
    ("archived", 7),
    ("approved", 4),
    ("cancelled", 6),
    ("refunded", 3),
    ("expired", 2),
];

/// The status of an order, and its stage.
///
/// Every twentieth of the later orders takes the statuses in turn, so that each of them exists in every size. The very
/// last orders are paid and wait, so that today has an income.
pub(super) fn choose(
    dice: &mut Dice,
    plan: &Plan,
    place: usize,
    created_at: DateTime<Utc>,
) -> (&'static str, Stage) {
    if place + 3 > plan.orders {
        return ("available", Stage::Paid);
    }
    let is_late = place * 10 > plan.orders * 6;
    if is_late && place % 20 == 3 {
        return STATUSES[place / 20 % STATUSES.len()];
    }
    if is_late && place % 50 == 27 {
        return ("disputed", Stage::Submitted);
    }
    if let Some(stage) = super::money::turn(place) {
        return if stage == Stage::Unpaid { ("unpaid", stage) } else { ("cancelled", stage) };
    }
    let status = match (plan.now - created_at).num_days() {
        0 => dice.weigh(&DAY_OLD),
        1..7 => dice.weigh(&WEEK_OLD),
        7..30 => dice.weigh(&MONTH_OLD),
        _ => dice.weigh(&OLD),
    };
    let stage = STATUSES.iter().find(|(word, _)| *word == status).map_or(Stage::Unpaid, |(_, stage)| *stage);
    // Most orders are cancelled before anybody paid.
    if status == "cancelled" && dice.falls(600) { (status, Stage::Unpaid) } else { (status, stage) }
}
