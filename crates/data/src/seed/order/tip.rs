//! Thanks in money, and how writer and platform share it.

use super::{PaymentStory, Story};
use crate::{
    rows::{Time, money::Tip},
    seed::{
        plan::{Plan, level_of},
        setup::TIPS_PCT,
    },
};

/// Status of a tip and of its payment. Payments that failed or wait are rare; they come in turns so that each exists.
const STATUSES: [(&str, &str); 4] =
    [("completed", "completed"), ("pending", "pending"), ("processing", "pending"), ("failed", "failed")];

/// A tip and its payment.
#[derive(Debug, Clone, Copy)]
pub(in crate::seed) struct TipStory {
    writer: usize,
    status: &'static str,
    payment_status: &'static str,
    cents: i64,
    /// Given to the person, without naming the work.
    pub is_direct: bool,
    sent_at: Time,
}

impl Story {
    /// For some of the finished orders.
    pub(in crate::seed) fn tip(&self) -> Option<TipStory> {
        let (writer, sent_at) = (self.writer?, self.times.completed?);
        let turn = self.place / 16;
        (self.is_done() && self.place % 16 == 1)
            .then(|| TipStory::new(turn, writer, sent_at, turn.is_multiple_of(4)))
    }
}

impl TipStory {
    pub(in crate::seed) fn new(turn: usize, writer: usize, sent_at: Time, is_direct: bool) -> Self {
        let rare = if turn % 5 == 2 { turn / 5 % STATUSES.len() } else { 0 };
        let (status, payment_status) = STATUSES[rare];
        let cents = 300 + 100 * i64::try_from(turn % 23).unwrap_or_default();
        Self { writer, status, payment_status, cents, is_direct, sent_at }
    }

    /// The row without its id and what it is for. The writer's grade decides his share; the platform has the rest.
    pub(in crate::seed) fn row(&self, plan: &Plan, site: usize, client: usize) -> Tip {
        let writer_pct = TIPS_PCT[level_of(self.writer)];
        let writer_earning_cents = self.cents * i64::from(writer_pct) / 100;
        Tip {
            website_id: plan.website(site),
            client_id: plan.client(client),
            writer_id: plan.writer(self.writer),
            writer_level_id: Some(plan.writer_level(self.writer)),
            amount_cents: self.cents,
            writer_pct,
            writer_earning_cents,
            platform_profit_cents: self.cents - writer_earning_cents,
            reason: "Thank you".into(),
            payment_status: self.status.into(),
            sent_at: self.sent_at,
            created_at: self.sent_at,
            updated_at: self.sent_at,
            ..Tip::default()
        }
    }

    pub(in crate::seed) fn payment(&self) -> PaymentStory {
        PaymentStory {
            part: "full",
            status: self.payment_status,
            cents: self.cents,
            refunded_cents: 0,
            method: "card",
            created_at: self.sent_at,
            confirmed_at: (self.payment_status == "completed").then_some(self.sent_at),
        }
    }
}
