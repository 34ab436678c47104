//! Work of the staff: tickets, payouts, requests that wait for a decision.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    batch::Batch,
    dice::{Dice, Stream},
    order::Story,
    people::writer_joined_at,
    plan::{CURRENCY, Plan, SITES, site_of},
    staff::STAFF,
    words,
};
use crate::rows::{feedback::Ticket, money::PayoutRequest, people::ActionRequest};

const TICKET_STATUSES: [&str; 9] = [
    "new",
    "open",
    "in_progress",
    "awaiting_response",
    "on_hold",
    "escalated",
    "resolved",
    "closed",
    "cancelled",
];
const PRIORITIES: [(Option<&str>, i64); 5] =
    [(Some("low"), 72), (Some("medium"), 24), (Some("high"), 4), (Some("critical"), 1), (None, 24)];
/// Digits that cannot be mistaken for each other.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Place of a website's first member of the support among the staff.
pub(super) fn support_of(site: usize) -> usize {
    let is_hers = |member: &super::staff::Member| member.role == "support" && member.site == Some(site);
    STAFF.iter().position(is_hers).unwrap_or_default()
}

/// Whether an order led to a ticket.
pub(super) fn has_ticket(place: usize) -> bool {
    place % 16 == 5
}

/// `S240306-00A7K`: the day and the order's place.
fn number(place: usize, at: DateTime<Utc>) -> String {
    let digit = |shift: usize| char::from(DIGITS[place >> shift & 31]);
    let tail: String = [20, 15, 10, 5, 0].into_iter().map(digit).collect();
    format!("S{}-{tail}", at.format("%y%m%d"))
}

pub(super) fn ticket(plan: &Plan, story: &Story, batch: &mut Batch) {
    if !has_ticket(story.place) {
        return;
    }
    let turn = story.place / 16;
    let mut dice = Dice::of(Stream::Desk, story.place);
    let created_at = (story.times.created + TimeDelta::minutes(dice.between(20, 9_000))).min(plan.now);
    let is_recent = plan.now - created_at < TimeDelta::days(14);
    let status = match turn % 4 {
        0 => TICKET_STATUSES[turn / 4 % TICKET_STATUSES.len()],
        _ if is_recent => dice.weigh(&[
            ("new", 2),
            ("open", 4),
            ("in_progress", 3),
            ("awaiting_response", 2),
            ("resolved", 3),
            ("closed", 2),
        ]),
        _ => dice.weigh(&[("closed", 14), ("resolved", 5), ("cancelled", 1)]),
    };
    let (title, category) = dice.pick(&words::TICKETS);
    let (priority, hours) = dice.pick(&PRIORITIES);
    let later = |from: DateTime<Utc>, minutes: i64| (from + TimeDelta::minutes(minutes)).min(plan.now);
    let answered_at = later(created_at, dice.between(10, 60 * hours));
    let resolved_at = later(answered_at, dice.between(30, 120 * hours));
    let (is_resolved, is_cancelled) = (matches!(status, "resolved" | "closed"), status == "cancelled");
    let is_ended = is_cancelled || status == "closed";
    let escalated_at = (status == "escalated").then_some(answered_at);
    let asker = story
        .writer
        .filter(|_| dice.falls(250))
        .map_or_else(|| plan.client(story.client), |writer| plan.writer(writer));
    let last = [
        Some(answered_at).filter(|_| status != "new"),
        Some(resolved_at).filter(|_| is_resolved || is_ended),
    ];
    batch.push(&Ticket {
        website_id: plan.website(story.site),
        ticket_no: number(story.place, created_at).into(),
        title: title.into(),
        description: format!("{title}. It is about \u{201c}{}\u{201d}.", story.work.topic).into(),
        created_by_id: Some(asker),
        assigned_to_id: (status != "new" && !dice.falls(200)).then(|| plan.staff(support_of(story.site))),
        order_id: Some(story.id(plan)),
        category: category.into(),
        priority: priority.map(Into::into),
        is_escalated: escalated_at.is_some(),
        escalated_at,
        status: status.into(),
        sla_due_at: Some(created_at + TimeDelta::hours(hours)),
        first_response_at: (status != "new" && !is_cancelled).then_some(answered_at),
        resolved_at: is_resolved.then_some(resolved_at),
        closed_at: is_ended.then(|| later(resolved_at, 60)),
        satisfaction: (status == "closed").then(|| i16::try_from(dice.between(2, 5)).unwrap_or(5)),
        created_at,
        updated_at: last.into_iter().flatten().max().unwrap_or(created_at),
    });
}

const PAYOUT_STATUSES: [&str; 6] = ["paid", "approved", "rejected", "failed", "cancelled", "pending"];

pub(super) fn payout_count(plan: &Plan) -> usize {
    plan.orders / 20
}

/// Writers ask for their money; the last fifth of the requests takes the statuses in turn, the others were paid.
pub(super) fn payouts(plan: &Plan) -> impl Iterator<Item = PayoutRequest> {
    let count = payout_count(plan);
    (0..count).map(move |place| {
        let writer = place * 7 % plan.writers;
        let created_at = plan.calendar.at(place, count).max(writer_joined_at(plan, writer));
        let status = if place * 5 >= count * 4 { PAYOUT_STATUSES[place % 6] } else { "paid" };
        let decided_at = (created_at + TimeDelta::hours(30)).min(plan.now);
        let decided_at = (!matches!(status, "pending" | "cancelled")).then_some(decided_at);
        PayoutRequest {
            website_id: plan.website(site_of(writer)),
            user_id: plan.writer(writer),
            amount_cents: 5_000 + 700 * i64::try_from(place % 90).unwrap_or_default(),
            currency: CURRENCY.into(),
            status: status.into(),
            decided_by_id: decided_at.map(|_| plan.staff(2 + site_of(writer))),
            decided_at,
            paid_at: decided_at.filter(|_| status == "paid"),
            reason: if status == "rejected" { "Balance is held for an open dispute" } else { "" }.into(),
            failure_reason: (status == "failed").then(|| "The bank refused the account".into()),
            created_at,
            updated_at: decided_at.unwrap_or(created_at),
        }
    })
}

const KINDS: [&str; 8] = [
    "role_change",
    "blacklist_client",
    "promote_writer",
    "demote_writer",
    "writer_probation",
    "suspend_writer",
    "suspend_client",
    "account_deletion",
];
const DECISIONS: [&str; 3] = ["pending", "approved", "rejected"];

/// Every kind of request in every state, on every website.
pub(super) fn action_requests(plan: &Plan) -> impl Iterator<Item = ActionRequest> {
    (0..SITES.len() * KINDS.len() * DECISIONS.len()).map(|place| {
        let (site, kind) = (place % SITES.len(), KINDS[place / SITES.len() % KINDS.len()]);
        let status = DECISIONS[place / SITES.len() / KINDS.len()];
        let created_at = plan.now - TimeDelta::hours(3 + 11 * i64::try_from(place).unwrap_or_default());
        let decided_at = (status != "pending").then(|| created_at + TimeDelta::hours(2));
        let writers = plan.writers_of(site);
        // Somebody of this website: every twentieth client belongs to it.
        let client =
            (place * 20..place * 20 + 20).find(|client| site_of(*client) == site).unwrap_or_default()
                % plan.clients;
        let target = match kind {
            "blacklist_client" | "suspend_client" | "account_deletion" => plan.client(client),
            _ => plan.writer(writers[place % writers.len()]),
        };
        ActionRequest {
            website_id: Some(plan.website(site)),
            requested_by_id: if kind == "account_deletion" { target } else { plan.staff(support_of(site)) },
            target_user_id: target,
            kind: kind.into(),
            requested_role: (kind == "role_change").then(|| "editor".into()),
            reason: words::COMPLAINTS[place % words::COMPLAINTS.len()].into(),
            status: status.into(),
            decided_by_id: decided_at.map(|_| plan.staff(2 + site)),
            decided_at,
            decision_note: decided_at.map(|_| "Checked".into()),
            created_at,
            updated_at: decided_at.unwrap_or(created_at),
        }
    })
}
