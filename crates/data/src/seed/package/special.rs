//! Special orders.

use chrono::TimeDelta;

use super::{Package, status_of};
use crate::{
    rows::{
        Uuid,
        money::Payment,
        packages::{Installment, SpecialOrder},
    },
    seed::{
        batch::{Batch, Numbers},
        dice::Stream,
        plan::{Plan, nth},
        words,
    },
};

const STATUSES: [&str; 4] = ["inquiry", "awaiting_approval", "in_progress", "completed"];

/// One special order; amounts in cents.
#[derive(Debug, Clone)]
pub(in crate::seed) struct Special {
    pub package: Package,
    status: &'static str,
    days: i64,
    per_day_cents: i64,
}

impl Special {
    pub(in crate::seed) fn tell(plan: &Plan, place: usize) -> Self {
        let mut package = Package::begin(plan, Stream::Special, place);
        let status = status_of(plan, place, &STATUSES, "completed");
        let days = package.dice.between(2, 20);
        let per_day_cents = 100 * package.dice.between(30, 120);
        if matches!(status, "in_progress" | "completed") {
            let total = days * per_day_cents;
            package.pay_in_parts(plan, total, total / 2, 2);
        }
        Self { package, status, days, per_day_cents }
    }

    pub(in crate::seed) fn write(&self, plan: &Plan, batch: &mut Batch, numbers: &mut Numbers) {
        let Package { place, site, client, ref parts, ref payments, ref dice, .. } = self.package;
        let row = self.row(plan);
        let kind = if self.is_predefined() { "predefined_special" } else { "estimated_special" };
        let first = numbers.payments(payments.len());
        let mut dice = dice.clone();
        for (number, payment) in payments.iter().enumerate() {
            batch.push(&Payment {
                id: nth(first, number),
                payment_type: if number == 0 { kind } else { "special_installment" }.into(),
                special_order_id: Some(nth(plan.ids.special_orders, place)),
                ..payment.row(plan, site, client, Uuid(dice.uuid()))
            });
        }
        for (number, part) in parts.iter().enumerate() {
            let part = part.row(plan, site, client, first, number);
            batch.push(&Installment { special_order_id: Some(row.id), ..part });
        }
        batch.push(&row);
    }

    fn is_predefined(&self) -> bool {
        self.package.place.is_multiple_of(3)
    }

    fn row(&self, plan: &Plan) -> SpecialOrder {
        let Package { place, site, client, writer, created_at, .. } = self.package;
        let is_priced = self.is_predefined() || self.status != "inquiry";
        let is_running = matches!(self.status, "in_progress" | "completed");
        let total = self.days * self.per_day_cents;
        let finished_at = (created_at + TimeDelta::days(self.days)).min(plan.now);
        let topic = words::TOPICS[place % words::TOPICS.len()];
        let kind = place / 3 % words::SPECIAL_TYPES.len();
        let kind = Plan::choice(plan.ids.special_order_types, words::SPECIAL_TYPES.len(), site, kind);
        SpecialOrder {
            id: nth(plan.ids.special_orders, place),
            website_id: plan.website(site),
            client_id: plan.client(client),
            writer_id: is_running.then(|| plan.writer(writer)),
            order_type: if self.is_predefined() { "predefined" } else { "estimated" }.into(),
            special_order_type_id: self.is_predefined().then_some(kind),
            inquiry_details: format!("{topic}: help over {} days", self.days).into(),
            duration_days: i32::try_from(self.days).unwrap_or_default(),
            price_per_day_cents: is_priced.then_some(self.per_day_cents),
            total_cost_cents: is_priced.then_some(total),
            deposit_required_cents: is_priced.then_some(total / 2),
            is_approved: is_running,
            writer_payment_cents: is_running.then_some(total * 45 / 100),
            status: self.status.into(),
            completed_at: (self.status == "completed").then_some(finished_at),
            created_at,
            updated_at: if self.status == "completed" {
                finished_at.max(self.package.updated_at())
            } else {
                self.package.updated_at()
            },
        }
    }
}
