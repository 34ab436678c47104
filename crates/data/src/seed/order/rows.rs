//! The story of an order as rows.

mod after;

use super::{Stage, Story};
use crate::{
    rows::{
        Text, Uuid,
        money::{Payment, Refund},
        orders::{Order, OrderItem},
        packages::Installment,
    },
    seed::{
        batch::{Batch, Numbers},
        plan::{CURRENCY, Plan},
        words,
    },
};

impl Story {
    /// Adds every row of the story; parents of a row are in an earlier table of the batch.
    pub(in crate::seed) fn write(&self, plan: &Plan, batch: &mut Batch, numbers: &mut Numbers) {
        batch.push(&self.order(plan));
        for service in &self.work.services {
            batch.push(&self.item(plan, *service));
        }
        let first = numbers.payments(self.payments.len());
        let mut dice = self.dice.clone();
        for (place, payment) in self.payments.iter().enumerate() {
            batch.push(&Payment {
                id: super::super::plan::nth(first, place),
                payment_type: "standard".into(),
                order_id: Some(self.id(plan)),
                ..payment.row(plan, self.site, self.client, Uuid(dice.uuid()))
            });
        }
        for (place, part) in self.parts.iter().enumerate() {
            batch.push(&Installment {
                order_id: Some(self.id(plan)),
                ..part.row(plan, self.site, self.client, first, place)
            });
        }
        self.write_refund(plan, batch, first);
        self.write_what_followed(plan, batch, numbers, dice);
    }

    fn order(&self, plan: &Plan) -> Order {
        let (work, times, ids) = (&self.work, &self.times, &plan.ids);
        let is_deleted = self.stage == Stage::Unpaid && self.place % 41 == 3;
        let on_site = |first, count, place| Some(Plan::choice(first, count, self.site, place));
        let term = times.deadline - times.created;
        Order {
            id: self.id(plan),
            website_id: plan.website(self.site),
            client_id: Some(plan.client(self.client)),
            assigned_writer_id: self.writer.map(|writer| plan.writer(writer)),
            preferred_writer_id: self.preferred.map(|writer| plan.writer(writer)),
            topic: work.topic.clone().into(),
            instructions: format!("Please write about {}.", work.topic.to_lowercase()).into(),
            paper_type_id: on_site(ids.paper_types, words::PAPER_TYPES.len(), work.paper),
            work_type_id: on_site(ids.work_types, words::WORK_TYPES.len(), work.kind),
            subject_id: on_site(ids.subjects, words::SUBJECTS.len(), work.subject),
            academic_level_id: on_site(ids.academic_levels, words::ACADEMIC_LEVELS.len(), work.level),
            formatting_style_id: on_site(
                ids.formatting_styles,
                words::FORMATTING_STYLES.len(),
                self.place % 6,
            ),
            english_type_id: on_site(ids.english_types, words::ENGLISH_TYPES.len(), self.place % 2),
            writer_level_id: self.writer.map(|writer| plan.writer_level(writer)),
            number_of_pages: small(work.pages),
            number_of_slides: small(work.slides),
            number_of_references: small(work.references),
            flags: self.flags(),
            is_urgent: work.is_urgent,
            status: self.status.into(),
            client_deadline_at: Some(times.deadline),
            writer_deadline_at: Some(times.created + term * 8 / 10),
            total_price_cents: self.total_cents,
            writer_compensation_cents: self.compensation_cents,
            is_paid: times.paid.is_some(),
            paid_at: times.paid,
            assigned_at: times.assigned,
            submitted_at: times.submitted,
            completed_at: times.completed,
            cancelled_at: times.cancelled,
            deleted_at: is_deleted.then(|| times.updated()),
            deleted_by_id: is_deleted.then(|| plan.staff(2 + self.site)),
            delete_reason: is_deleted.then(|| Text::from("Placed twice")),
            created_at: times.created,
            updated_at: times.updated(),
        }
    }

    /// Urgent, first of the client, of high value, with a preferred writer.
    fn flags(&self) -> Vec<&'static str> {
        let first = Plan::newcomer(self.place).is_some();
        let flags = [
            (self.work.is_urgent, "UO"),
            (first, "FCO"),
            (!first && self.place % 7 == 1, "RCO"),
            (self.total_cents > 30_000, "HVO"),
            (self.preferred.is_some(), "PO"),
        ];
        flags.into_iter().filter(|(applies, _)| *applies).map(|(_, flag)| flag).collect()
    }

    fn item(&self, plan: &Plan, service: usize) -> OrderItem {
        let (name, _, cents) = words::SERVICES[service];
        OrderItem {
            website_id: plan.website(self.site),
            order_id: self.id(plan),
            service_id: Some(Plan::choice(
                plan.ids.additional_services,
                words::SERVICES.len(),
                self.site,
                service,
            )),
            description: name.into(),
            quantity: 1,
            unit_price_cents: cents,
            amount_cents: cents,
            created_at: self.times.created,
            updated_at: self.times.created,
        }
    }

    fn write_refund(&self, plan: &Plan, batch: &mut Batch, first_payment: i64) {
        let Some(refund) = &self.refund else { return };
        let requester = if refund.is_automated { None } else { Some(plan.client(self.client)) };
        let (wallet, external) = if refund.is_external { (0, refund.cents) } else { (refund.cents, 0) };
        batch.push(&Refund {
            website_id: plan.website(self.site),
            payment_id: first_payment,
            client_id: Some(plan.client(self.client)),
            r#type: if refund.is_automated { "automated" } else { "manual" }.into(),
            refund_method: if refund.is_external { "external" } else { "wallet" }.into(),
            wallet_amount_cents: wallet,
            external_amount_cents: external,
            status: refund.status.into(),
            reason: "Order cancelled".into(),
            requested_by_id: requester,
            processed_by_id: refund
                .processed_at
                .filter(|_| !refund.is_automated)
                .map(|_| plan.staff(2 + self.site)),
            processed_at: refund.processed_at,
            created_at: refund.created_at,
            updated_at: refund.processed_at.unwrap_or(refund.created_at),
        });
    }
}

impl super::PaymentStory {
    /// The row without its id, type and what it pays.
    pub(in crate::seed) fn row(
        &self,
        plan: &Plan,
        site: usize,
        client: usize,
        reference_id: Uuid,
    ) -> Payment {
        Payment {
            website_id: plan.website(site),
            client_id: Some(plan.client(client)),
            part: self.part.into(),
            status: self.status.into(),
            amount_cents: self.cents,
            refunded_cents: self.refunded_cents,
            currency: CURRENCY.into(),
            method: Some(self.method.into()),
            reference_id,
            confirmed_at: self.confirmed_at,
            failure_reason: (self.status == "failed").then(|| "The card was declined".into()),
            created_at: self.created_at,
            updated_at: self.confirmed_at.unwrap_or(self.created_at),
            ..Payment::default()
        }
    }
}

impl super::Part {
    /// The row without its owner; payments are numbered from `first_payment`.
    pub(in crate::seed) fn row(
        &self,
        plan: &Plan,
        site: usize,
        client: usize,
        first_payment: i64,
        place: usize,
    ) -> Installment {
        let created_at = self.created_at;
        Installment {
            website_id: plan.website(site),
            installment_number: i32::try_from(place + 1).unwrap_or(i32::MAX),
            amount_cents: self.cents,
            due_on: self.due_on,
            paid_at: self.paid_at,
            paid_by_id: self.paid_at.map(|_| plan.client(client)),
            payment_id: self.payment.map(|payment| super::super::plan::nth(first_payment, payment)),
            cancelled_at: self.cancelled_at,
            created_at,
            updated_at: self.paid_at.or(self.cancelled_at).unwrap_or(created_at),
            ..Installment::default()
        }
    }
}

fn small(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
