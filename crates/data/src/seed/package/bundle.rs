//! Class bundles.

use chrono::{Days, TimeDelta};

use super::{Package, Time, status_of};
use crate::{
    rows::{
        Text, Uuid,
        money::{Payment, Tip},
        packages::{ClassBundle, Installment},
    },
    seed::{
        batch::{Batch, Numbers},
        dice::Stream,
        order::TipStory,
        plan::{Plan, nth},
        setup::{OFFERS, offer},
        totals::Totals,
    },
};

const STATUSES: [&str; 4] = ["not_started", "in_progress", "exhausted", "completed"];
/// Weeks from the first to the last class, by place of the duration on offer.
const WEEKS: [u64; 3] = [6, 10, 16];

/// One bundle; amounts in cents.
#[derive(Debug, Clone)]
pub(in crate::seed) struct Bundle {
    pub package: Package,
    status: &'static str,
    offer: usize,
    deposit_cents: i64,
    is_in_parts: bool,
    completed_at: Option<Time>,
}

impl Bundle {
    pub(in crate::seed) fn tell(plan: &Plan, place: usize) -> Self {
        let mut package = Package::begin(plan, Stream::Bundle, place);
        let status = status_of(plan, place, &STATUSES, "completed");
        let offer_place = package.dice.below(OFFERS);
        let (_, _, size, price) = offer(offer_place);
        let total = price * i64::from(size);
        let deposit_cents = total * 30 / 100;
        let is_in_parts = place % 5 < 3;
        if is_in_parts {
            package.pay_in_parts(plan, total, deposit_cents, 3);
        } else if status != "not_started" {
            let at = (package.created_at + TimeDelta::minutes(30)).min(plan.now);
            package.pay("full", total, at);
        }
        let weeks = WEEKS[offer_place / 4 % WEEKS.len()];
        let completed_at = (package.created_at + Days::new(7 * weeks)).min(plan.now);
        let completed_at = (status == "completed").then_some(completed_at);
        Self { package, status, offer: offer_place, deposit_cents, is_in_parts, completed_at }
    }

    /// For some of the finished bundles.
    fn tip(&self) -> Option<TipStory> {
        let sent_at = self.completed_at.filter(|_| self.package.place % 3 == 1)?;
        Some(TipStory::new(self.package.place / 3, self.package.writer, sent_at, false))
    }

    pub(in crate::seed) fn add_to(&self, totals: &mut Totals) {
        self.package.add_to(totals);
        totals.clients[self.package.client].spent +=
            self.tip().map_or(0, |tip| tip.payment().completed_cents());
    }

    pub(in crate::seed) fn write(&self, plan: &Plan, batch: &mut Batch, numbers: &mut Numbers) {
        let Package { place, site, client, ref parts, ref payments, ref dice, .. } = self.package;
        let id = nth(plan.ids.class_bundles, place);
        let first = numbers.payments(payments.len());
        let mut dice = dice.clone();
        for (number, payment) in payments.iter().enumerate() {
            batch.push(&Payment {
                id: nth(first, number),
                payment_type: "class_payment".into(),
                class_bundle_id: Some(id),
                ..payment.row(plan, site, client, Uuid(dice.uuid()))
            });
        }
        for (number, part) in parts.iter().enumerate() {
            batch.push(&Installment {
                class_bundle_id: Some(id),
                ..part.row(plan, site, client, first, number)
            });
        }
        if let Some(tip) = self.tip() {
            let tip_id = numbers.tip();
            let row = tip.row(plan, site, client);
            batch.push(&Tip { id: tip_id, tip_type: "class".into(), class_bundle_id: Some(id), ..row });
            batch.push(&Payment {
                id: numbers.payments(1),
                payment_type: "tip".into(),
                tip_id: Some(tip_id),
                ..tip.payment().row(plan, site, client, Uuid(dice.uuid()))
            });
        }
        batch.push(&self.row(plan, id));
    }

    fn row(&self, plan: &Plan, id: i64) -> ClassBundle {
        let Package { place, site, client, writer, created_at, .. } = self.package;
        let (duration, level, size, price) = offer(self.offer);
        let is_listed = place % 6 != 5;
        let starts_on = created_at.date_naive() + Days::new(5);
        let deposit_paid = if self.package.payments.is_empty() { 0 } else { self.deposit_cents };
        ClassBundle {
            id,
            website_id: plan.website(site),
            client_id: plan.client(client),
            assigned_writer_id: (self.status != "not_started").then(|| plan.writer(writer)),
            config_id: is_listed
                .then(|| Plan::choice(plan.ids.class_bundle_configs, OFFERS, site, self.offer)),
            created_by_admin_id: Some(plan.staff(2 + site)),
            pricing_source: Text::from(if is_listed { "config" } else { "manual" }),
            status: self.status.into(),
            level: level.into(),
            duration: duration.into(),
            bundle_size: Some(size),
            number_of_classes: size,
            starts_on: Some(starts_on),
            ends_on: Some(starts_on + Days::new(7 * WEEKS[self.offer / 4 % WEEKS.len()])),
            price_per_class_cents: Some(price),
            total_price_cents: price * i64::from(size),
            deposit_required_cents: self.deposit_cents,
            deposit_paid_cents: deposit_paid,
            paid_cents: self.package.paid_cents(),
            installments_enabled: self.is_in_parts,
            installment_count: if self.is_in_parts { 3 } else { 0 },
            completed_at: self.completed_at,
            created_at,
            updated_at: self.package.updated_at().max(self.completed_at.unwrap_or(created_at)),
        }
    }
}
