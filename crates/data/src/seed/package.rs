//! Special orders and class bundles: work that is paid in parts.

mod bundle;
mod special;

use chrono::{DateTime, Days, TimeDelta, Utc};

use super::{
    dice::{Dice, Stream},
    order::{Part, PaymentStory},
    people::writer_joined_at,
    plan::{Plan, site_of},
    totals::Totals,
};

pub(super) use self::{bundle::Bundle, special::Special};

type Time = DateTime<Utc>;

/// What both kinds have in common.
#[derive(Debug, Clone)]
pub(super) struct Package {
    pub place: usize,
    pub site: usize,
    pub client: usize,
    pub writer: usize,
    pub created_at: Time,
    pub parts: Vec<Part>,
    /// One for each part that is paid, in their order.
    pub payments: Vec<PaymentStory>,
    pub dice: Dice,
}

impl Package {
    fn begin(plan: &Plan, stream: Stream, place: usize) -> Self {
        let mut dice = Dice::of(stream, place);
        // The clients of the order that is placed at about the same time.
        let client = dice.below(Plan::clients_at(place * (plan.orders / plan.packages)));
        let site = site_of(client);
        let created_at = plan.calendar.at(place, plan.packages);
        let writers = plan.writers_of(site);
        let writer = writers[dice.below(writers.len())];
        let is_there = writer_joined_at(plan, writer) < created_at;
        let writer = if is_there { writer } else { writers[dice.below(4)] };
        Self { place, site, client, writer, created_at, parts: Vec::new(), payments: Vec::new(), dice }
    }

    /// A deposit at once and the rest in monthly parts. Now and then the last one has no date, is late, or is called off.
    fn pay_in_parts(&mut self, plan: &Plan, total_cents: i64, deposit_cents: i64, count: i64) {
        let each = (total_cents - deposit_cents) / count.max(1);
        for number in 0..=count {
            let cents = match number {
                0 => deposit_cents,
                _ if number == count => total_cents - deposit_cents - each * (count - 1),
                _ => each,
            };
            let due_at = self.created_at + TimeDelta::days(30 * number) + TimeDelta::minutes(20);
            let due_at = if number == 0 { due_at.min(plan.now) } else { due_at };
            let is_last = number == count && count > 0;
            let turn = self.place % 8;
            let is_open = is_last && matches!(turn, 1 | 3 | 6);
            let is_paid = due_at <= plan.now && !is_open;
            if is_paid {
                self.pay(if number == 0 { "deposit" } else { "installment" }, cents, due_at);
            }
            let due_on = due_at.date_naive();
            self.parts.push(Part {
                cents,
                created_at: self.created_at,
                due_on: (!(is_open && turn == 1)).then_some(due_on),
                paid_at: is_paid.then_some(due_at),
                payment: is_paid.then(|| self.payments.len() - 1),
                cancelled_at: (is_open && turn == 3).then(|| (due_at - Days::new(1)).min(plan.now)),
            });
        }
    }

    fn pay(&mut self, part: &'static str, cents: i64, at: Time) {
        self.payments.push(PaymentStory {
            part,
            status: "completed",
            cents,
            refunded_cents: 0,
            method: if self.place.is_multiple_of(3) { "bank_transfer" } else { "card" },
            created_at: at,
            confirmed_at: Some(at),
        });
    }

    fn paid_cents(&self) -> i64 {
        self.payments.iter().map(PaymentStory::completed_cents).sum()
    }

    /// The last payment, or the beginning.
    fn updated_at(&self) -> Time {
        self.payments.iter().filter_map(|payment| payment.confirmed_at).max().unwrap_or(self.created_at)
    }

    pub(super) fn add_to(&self, totals: &mut Totals) {
        totals.clients[self.client].spent += self.paid_cents();
    }
}

/// Old packages are finished; the last fifth takes the four statuses in turn.
fn status_of<'a>(plan: &Plan, place: usize, in_turn: &[&'a str; 4], finished: &'a str) -> &'a str {
    if place * 5 >= plan.packages * 4 { in_turn[place % 4] } else { finished }
}
