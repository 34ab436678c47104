//! What followed from an order: opinions, points, tips, reminders, tickets, notices.

use chrono::TimeDelta;

use super::super::{Stage, Story};
use crate::{
    rows::{
        Tenths, Uuid,
        feedback::{Dispute, Review},
        loyalty::LoyaltyTransaction,
        money::{Payment, ReminderSent, Tip},
    },
    seed::{
        batch::{Batch, Numbers},
        desk,
        dice::Dice,
        notices,
        order::TipStory,
        plan::Plan,
        setup::REMINDERS,
    },
};

impl Story {
    pub(super) fn write_what_followed(
        &self,
        plan: &Plan,
        batch: &mut Batch,
        numbers: &mut Numbers,
        mut dice: Dice,
    ) {
        for review in &self.reviews {
            batch.push(&self.review(plan, review));
        }
        self.write_dispute(plan, batch);
        self.write_points(plan, batch);
        if let Some(tip) = self.tip() {
            self.write_tip(plan, batch, numbers, &tip, &mut dice);
        }
        self.write_reminders(plan, batch);
        desk::ticket(plan, self, batch);
        notices::of_order(plan, self, batch);
    }

    fn review(&self, plan: &Plan, review: &super::super::ReviewStory) -> Review {
        Review {
            website_id: plan.website(self.site),
            kind: review.kind.into(),
            reviewer_id: plan.client(self.client),
            reviewed_user_id: review.reviewed.map(|writer| plan.writer(writer)),
            order_id: (review.kind == "order").then(|| self.id(plan)),
            rating: Tenths(review.tenths),
            title: None,
            comment: review.comment.into(),
            origin: "client".into(),
            is_approved: review.is_approved,
            is_shadowed: review.is_shadowed,
            is_flagged: review.flag_reason.is_some(),
            flag_reason: review.flag_reason.map(Into::into),
            moderated_at: review.moderated_at,
            moderated_by_id: review.moderated_at.map(|_| plan.staff(2 + self.site)),
            is_verified: review.kind == "order",
            submitted_at: review.submitted_at,
            created_at: review.submitted_at,
            updated_at: review.moderated_at.unwrap_or(review.submitted_at),
        }
    }

    fn write_dispute(&self, plan: &Plan, batch: &mut Batch) {
        let Some(dispute) = &self.dispute else { return };
        let helper = plan.staff(desk::support_of(self.site));
        let outcome = dispute.outcome;
        batch.push(&Dispute {
            website_id: plan.website(self.site),
            order_id: Some(self.id(plan)),
            raised_by_id: Some(plan.client(self.client)),
            assigned_to_id: (dispute.status != "open").then_some(helper),
            status: dispute.status.into(),
            reason_code: dispute.reason_code.into(),
            reason: dispute.reason.into(),
            resolution_outcome: outcome.map(Into::into),
            resolution_notes: outcome.map(|_| "Agreed with both sides.".into()),
            writer_responded_at: dispute.responded_at,
            sla_due_at: Some(dispute.created_at + TimeDelta::hours(72)),
            resolved_at: dispute.resolved_at,
            resolved_by_id: dispute.resolved_at.map(|_| helper),
            created_at: dispute.created_at,
            updated_at: dispute.resolved_at.or(dispute.responded_at).unwrap_or(dispute.created_at),
        });
    }

    fn write_points(&self, plan: &Plan, batch: &mut Batch) {
        if self.points() > 0 {
            batch.push(&LoyaltyTransaction {
                website_id: plan.website(self.site),
                client_id: plan.client(self.client),
                transaction_type: "add".into(),
                points: self.points(),
                source: "order_completion".into(),
                reason: "Completed order".into(),
                order_id: Some(self.id(plan)),
                created_at: self.times.completed.unwrap_or(self.times.created),
            });
        }
    }

    fn write_tip(
        &self,
        plan: &Plan,
        batch: &mut Batch,
        numbers: &mut Numbers,
        tip: &TipStory,
        dice: &mut Dice,
    ) {
        let id = numbers.tip();
        let order_id = (!tip.is_direct).then(|| self.id(plan));
        let kind = if tip.is_direct { "direct" } else { "order" };
        batch.push(&Tip { id, tip_type: kind.into(), order_id, ..tip.row(plan, self.site, self.client) });
        batch.push(&Payment {
            id: numbers.payments(1),
            payment_type: "tip".into(),
            tip_id: Some(id),
            ..tip.payment().row(plan, self.site, self.client, Uuid(dice.uuid()))
        });
    }

    /// An unpaid order is reminded at each share of the time to its deadline.
    fn write_reminders(&self, plan: &Plan, batch: &mut Batch) {
        if self.stage != Stage::Unpaid || !matches!(self.status, "unpaid" | "pending" | "expired") {
            return;
        }
        let term = self.times.deadline - self.times.created;
        for (place, (_, share_pct, _)) in REMINDERS.iter().enumerate() {
            let sent_at = self.times.created + term * *share_pct / 100;
            if sent_at <= plan.now {
                let first = plan.ids.payment_reminder_configs;
                batch.push(&ReminderSent {
                    website_id: plan.website(self.site),
                    reminder_config_id: Plan::choice(first, REMINDERS.len(), self.site, place),
                    order_id: Some(self.id(plan)),
                    client_id: plan.client(self.client),
                    sent_as_notification: true,
                    sent_as_email: place > 0,
                    sent_at,
                    created_at: sent_at,
                });
            }
        }
    }
}
