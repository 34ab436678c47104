//! When the steps of an order were taken.

use chrono::{DateTime, TimeDelta, Utc};

use super::Stage;
use crate::seed::dice::Dice;

type Time = DateTime<Utc>;

/// The steps, each after the one before and none in the future.
#[derive(Debug, Clone, Copy)]
pub(in crate::seed) struct Times {
    pub created: Time,
    pub paid: Option<Time>,
    pub assigned: Option<Time>,
    pub submitted: Option<Time>,
    pub completed: Option<Time>,
    pub cancelled: Option<Time>,
    /// What the client was promised, always after the order.
    pub deadline: Time,
}

impl Times {
    pub(super) fn throw(
        dice: &mut Dice,
        now: Time,
        created: Time,
        status: &str,
        stage: Stage,
        is_urgent: bool,
    ) -> Self {
        let hours = if is_urgent { dice.between(6, 48) } else { dice.between(48, 336) };
        let term = TimeDelta::hours(hours);
        // Seconds after the order; a few are handed in late.
        let paid = dice.between(240, 9_000);
        let assigned = paid + dice.between(1_200, 36_000);
        let pace = if dice.falls(80) { dice.between(101, 125) } else { dice.between(45, 96) };
        let submitted = (term.num_seconds() * pace / 100).max(assigned + 3_600);
        let completed = submitted + dice.between(1_800, 260_000);
        let cancelled = dice.between(600, 200_000) + if stage == Stage::Unpaid { 0 } else { paid };

        let is_cancelled = matches!(status, "cancelled" | "refunded");
        let needed = match stage {
            _ if status == "cancelled" => cancelled,
            Stage::Unpaid => 0,
            Stage::Paid => paid,
            Stage::Assigned => assigned,
            Stage::Submitted => submitted + if is_cancelled { 3_600 } else { 0 },
            Stage::Done => completed,
        };
        // An order too young for its status went through it faster.
        let age = (now - created).num_seconds();
        let at = |seconds: i64| {
            created + TimeDelta::seconds(if needed > age { seconds * age / needed } else { seconds })
        };
        let reached = |step: Stage, seconds: i64| (stage >= step).then(|| at(seconds));
        let ended = if status == "refunded" { submitted + 3_600 } else { cancelled };
        Self {
            created,
            paid: reached(Stage::Paid, paid),
            assigned: reached(Stage::Assigned, assigned),
            submitted: reached(Stage::Submitted, submitted),
            completed: reached(Stage::Done, completed),
            cancelled: is_cancelled.then(|| at(ended)),
            deadline: created + term,
        }
    }

    /// The last step.
    pub(super) fn updated(&self) -> Time {
        let steps = [self.paid, self.assigned, self.submitted, self.completed, self.cancelled];
        steps.into_iter().flatten().max().unwrap_or(self.created)
    }
}
