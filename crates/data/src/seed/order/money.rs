//! What was paid for an order, in how many parts, and what was given back.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::{Stage, Story};
use crate::seed::plan::Plan;

type Time = DateTime<Utc>;

/// One payment of an order, special order, bundle or tip; amounts in cents.
#[derive(Debug, Clone)]
pub(in crate::seed) struct PaymentStory {
    pub part: &'static str,
    pub status: &'static str,
    pub cents: i64,
    pub refunded_cents: i64,
    pub method: &'static str,
    pub created_at: Time,
    pub confirmed_at: Option<Time>,
}

impl PaymentStory {
    pub(in crate::seed) fn completed_cents(&self) -> i64 {
        if self.status == "completed" { self.cents } else { 0 }
    }
}

/// One part payment; `payment` is the place of the payment that settled it.
#[derive(Debug, Clone, Copy)]
pub(in crate::seed) struct Part {
    pub cents: i64,
    pub created_at: Time,
    pub due_on: Option<NaiveDate>,
    pub paid_at: Option<Time>,
    pub payment: Option<usize>,
    pub cancelled_at: Option<Time>,
}

/// Money given back for the first payment.
#[derive(Debug, Clone, Copy)]
pub(in crate::seed) struct RefundStory {
    pub cents: i64,
    pub status: &'static str,
    pub is_automated: bool,
    pub is_external: bool,
    pub created_at: Time,
    pub processed_at: Option<Time>,
}

pub(in crate::seed) const METHODS: [(&str, u32); 6] =
    [("card", 50), ("paypal", 18), ("stripe", 14), ("bank_transfer", 6), ("mpesa", 7), ("wallet", 5)];
/// Payments of orders that nobody has paid yet.
const FAILED: [&str; 4] = ["failed", "pending", "unpaid", "cancelled"];
/// Payments of orders that were paid and cancelled, and their refunds.
const RETURNED: [(&str, &str); 6] = [
    ("fully_refunded", "processed"),
    ("completed", "pending"),
    ("refunded", "processed"),
    ("completed", "rejected"),
    ("partially_refunded", "processed"),
    ("under_review", "pending"),
];

/// Orders whose payments take the rare statuses in turn, and the stage they need for that.
pub(super) fn turn(place: usize) -> Option<Stage> {
    match place % 50 {
        14 => Some(Stage::Paid),
        37 => Some(Stage::Unpaid),
        _ => None,
    }
}

pub(super) fn tell(story: &mut Story, plan: &Plan) {
    match story.times.paid {
        Some(paid_at) if story.place % 19 == 6 && story.total_cents >= 6_000 => {
            in_parts(story, plan, paid_at);
        }
        Some(paid_at) => at_once(story, paid_at),
        None => not_yet(story, plan),
    }
    if let Some(cancelled_at) = story.times.cancelled.filter(|_| story.stage >= Stage::Paid) {
        give_back(story, plan, cancelled_at);
    }
}

fn at_once(story: &mut Story, paid_at: Time) {
    let status = match story.status {
        "disputed" if (story.place / 50).is_multiple_of(2) => "disputed",
        _ => story.dice.weigh(&[("completed", 96), ("succeeded", 3), ("under_review", 1)]),
    };
    let method = story.dice.weigh(&METHODS);
    let created_at = story.times.created + (paid_at - story.times.created) / 2;
    story.payments.push(PaymentStory {
        part: "full",
        status,
        cents: story.total_cents,
        refunded_cents: 0,
        method,
        created_at,
        confirmed_at: Some(paid_at),
    });
}

/// Two to four monthly parts: the first with the order, a few later ones without a date, some overdue.
fn in_parts(story: &mut Story, plan: &Plan, paid_at: Time) {
    let count = story.dice.between(2, 4);
    let each = story.total_cents / count;
    for number in 0..count {
        let cents = if number + 1 == count { story.total_cents - each * (count - 1) } else { each };
        let due_on = paid_at.date_naive() + Days::new(u64::try_from(30 * number).unwrap_or_default());
        let due_at = if number == 0 { paid_at } else { due_on.and_time(paid_at.time()).and_utc() };
        let is_due = due_at <= plan.now && story.times.cancelled.is_none_or(|cancelled| due_at < cancelled);
        let is_paid = number == 0 || (is_due && !story.dice.falls(80));
        if is_paid {
            let method = story.dice.weigh(&METHODS);
            story.payments.push(PaymentStory {
                part: "installment",
                status: "completed",
                cents,
                refunded_cents: 0,
                method,
                created_at: due_at,
                confirmed_at: Some(due_at),
            });
        }
        let is_undated = !is_paid && story.dice.falls(150);
        story.parts.push(Part {
            cents,
            created_at: story.times.created,
            due_on: (!is_undated).then_some(due_on),
            paid_at: is_paid.then_some(due_at),
            payment: is_paid.then(|| story.payments.len() - 1),
            cancelled_at: story.times.cancelled.filter(|_| !is_paid),
        });
    }
}

fn not_yet(story: &mut Story, plan: &Plan) {
    let status = match turn(story.place) {
        Some(_) => FAILED[story.place / 50 % FAILED.len()],
        None if matches!(story.status, "draft" | "created") || story.dice.falls(550) => return,
        None => story.dice.pick(&FAILED),
    };
    let created_at = (story.times.created + TimeDelta::minutes(3)).min(plan.now);
    let method = story.dice.weigh(&METHODS);
    let cents = story.total_cents;
    story.payments.push(PaymentStory {
        part: "full",
        status,
        cents,
        refunded_cents: 0,
        method,
        created_at,
        confirmed_at: None,
    });
}

fn give_back(story: &mut Story, plan: &Plan, cancelled_at: Time) {
    let (status, refund) = match story.status {
        "refunded" => RETURNED[story.place % 2 * 2],
        _ => RETURNED[story.place / 50 % RETURNED.len()],
    };
    let decided_at = (cancelled_at + TimeDelta::hours(story.dice.between(2, 90))).min(plan.now);
    let is_processed = refund == "processed";
    let payment = &mut story.payments[0];
    payment.status = status;
    let cents = if status == "partially_refunded" { payment.cents / 2 } else { payment.cents };
    payment.refunded_cents = if is_processed { cents } else { 0 };
    story.refund = Some(RefundStory {
        cents,
        status: refund,
        is_automated: story.dice.falls(330),
        is_external: story.dice.falls(700),
        created_at: cancelled_at,
        processed_at: is_processed.then_some(decided_at),
    });
}
