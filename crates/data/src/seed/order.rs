//! The story of one order: told from its number alone, so that it can be told twice and be the same.

mod money;
mod opinions;
mod rows;
mod status;
mod times;
mod tip;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    dice::{Dice, Stream},
    people::writer_joined_at,
    plan::{Plan, level_of, site_of},
    totals::Totals,
    words,
};

#[cfg(test)]
pub(super) use self::status::STATUSES;
pub(super) use self::{
    money::{Part, PaymentStory, RefundStory},
    opinions::{DisputeStory, ReviewStory},
    status::Stage,
    times::Times,
    tip::TipStory,
};

/// Everything about one order that more than one table tells.
#[derive(Debug, Clone)]
pub(super) struct Story {
    pub place: usize,
    pub site: usize,
    pub client: usize,
    pub writer: Option<usize>,
    pub preferred: Option<usize>,
    pub status: &'static str,
    pub stage: Stage,
    pub times: Times,
    pub work: Work,
    pub total_cents: i64,
    pub compensation_cents: i64,
    pub payments: Vec<PaymentStory>,
    pub parts: Vec<Part>,
    pub refund: Option<RefundStory>,
    pub reviews: Vec<ReviewStory>,
    pub dispute: Option<DisputeStory>,
    /// What is left of the luck, for the rows.
    pub dice: Dice,
}

/// What is to be written.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub topic: String,
    pub pages: i64,
    pub slides: i64,
    pub references: i64,
    pub paper: usize,
    pub kind: usize,
    pub level: usize,
    pub subject: usize,
    pub is_urgent: bool,
    /// Extras, by place.
    pub services: Vec<usize>,
}

impl Story {
    pub(super) fn tell(plan: &Plan, place: usize) -> Self {
        let mut dice = Dice::of(Stream::Order, place);
        let client = client_of(&mut dice, place);
        let site = site_of(client);
        let created_at = plan.ordered_at(place);
        let work = Work::throw(&mut dice);
        let (status, stage) = status::choose(&mut dice, plan, place, created_at);
        let some_writer = writer_of(&mut dice, plan, place, site, created_at);
        let times = Times::throw(&mut dice, plan.now, created_at, status, stage, work.is_urgent);
        let total_cents = price(&work);
        let mut story = Self {
            place,
            site,
            client,
            writer: (stage >= Stage::Assigned).then_some(some_writer),
            preferred: (status == "pending_preferred" || place % 23 == 4).then_some(some_writer),
            status,
            stage,
            times,
            compensation_cents: compensation(&work, some_writer),
            work,
            total_cents,
            payments: Vec::new(),
            parts: Vec::new(),
            refund: None,
            reviews: Vec::new(),
            dispute: None,
            dice,
        };
        money::tell(&mut story, plan);
        opinions::tell(&mut story, plan);
        story
    }

    pub(super) fn id(&self, plan: &Plan) -> i64 {
        super::plan::nth(plan.ids.orders, self.place)
    }

    /// Whether work was handed over and accepted.
    pub(super) fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Points that the client earns, one per ten units of money.
    pub(super) fn points(&self) -> i64 {
        if self.is_done() { self.total_cents / 1_000 } else { 0 }
    }

    pub(super) fn add_to(&self, totals: &mut Totals) {
        let account = &mut totals.clients[self.client];
        account.spent += self.payments.iter().map(PaymentStory::completed_cents).sum::<i64>();
        account.spent += self.tip().map_or(0, |tip| tip.payment().completed_cents());
        account.earned += self.points();
        for review in self.reviews.iter().filter(|review| review.counts()) {
            if let Some(writer) = review.reviewed {
                totals.rate(writer, review.tenths);
            }
        }
    }
}

/// A newcomer, the one whose login is shown, or somebody who ordered before.
fn client_of(dice: &mut Dice, place: usize) -> usize {
    let known = dice.below(Plan::clients_at(place));
    match Plan::newcomer(place) {
        Some(newcomer) => newcomer,
        None if place % 31 == 5 && place < 30_000 || place % 10_007 == 1 => 0,
        None => known,
    }
}

/// Lower numbers are asked more often; the first few were there from the start.
fn writer_of(dice: &mut Dice, plan: &Plan, place: usize, site: usize, at: DateTime<Utc>) -> usize {
    let writers = plan.writers_of(site);
    let writer = writers[dice.below(writers.len()).min(dice.below(writers.len()))];
    let old_hand = writers[dice.below(4)];
    match writer {
        _ if site == 0 && place % 17 == 2 && place < 30_000 => 0,
        writer if writer_joined_at(plan, writer) + TimeDelta::days(1) < at => writer,
        _ => old_hand,
    }
}

impl Work {
    fn throw(dice: &mut Dice) -> Self {
        let topic = format!("{}: {}", dice.pick(&words::TOPICS), dice.pick(&words::ANGLES));
        let paper = dice.below(words::PAPER_TYPES.len());
        let is_slides = words::PAPER_TYPES[paper] == "Presentation";
        let services = (0..words::SERVICES.len()).filter(|_| dice.falls(60)).collect();
        Self {
            topic,
            pages: if is_slides {
                0
            } else {
                dice.weigh(&[(1, 4), (2, 9), (3, 10), (5, 9), (8, 5), (12, 3), (25, 1)])
            },
            slides: if is_slides { dice.between(6, 24) } else { 0 },
            references: dice.between(2, 18),
            paper,
            kind: dice.weigh(&[(0, 14), (1, 2), (2, 3), (3, 2), (4, 1)]),
            level: dice.weigh(&[(0, 2), (1, 5), (2, 6), (3, 4), (4, 1)]),
            subject: dice.below(words::SUBJECTS.len()),
            is_urgent: dice.falls(120),
            services,
        }
    }
}

/// Pages and slides at the price of the level, dearer when urgent, and the extras; in cents.
fn price(work: &Work) -> i64 {
    let factor_bp = i64::from(words::ACADEMIC_LEVELS[work.level].1);
    let urgency_pct = if work.is_urgent { 140 } else { 100 };
    let writing = (work.pages * 1_800 + work.slides * 900) * factor_bp / 10_000 * urgency_pct / 100;
    let extras: i64 = work.services.iter().map(|service| words::SERVICES[*service].2).sum();
    writing + extras
}

fn compensation(work: &Work, writer: usize) -> i64 {
    let page_cents = words::WRITER_LEVELS[level_of(writer)].1;
    (work.pages * page_cents + work.slides * page_cents / 2).max(300)
}
