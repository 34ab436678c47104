//! What people are told, and what staff did.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    batch::Batch,
    desk,
    dice::{Dice, Stream},
    order::{Stage, Story},
    plan::{Plan, SITES, nth, site_of},
    staff::STAFF,
};
use crate::rows::notices::{AuditEntry, Broadcast, BroadcastView, Notification};

/// Older notices were purged.
const KEPT: TimeDelta = TimeDelta::days(60);

/// Notices to client, writer and staff about what lately happened to an order.
pub(super) fn of_order(plan: &Plan, story: &Story, batch: &mut Batch) {
    if plan.now - story.times.created > KEPT {
        return;
    }
    let mut dice = Dice::of(Stream::Notice, story.place);
    let mut send = |user_id: i64,
                    at: Option<DateTime<Utc>>,
                    event: &'static str,
                    category: &'static str,
                    title: &'static str| {
        let Some(at) = at else { return };
        let is_read = dice.falls(if plan.now - at > TimeDelta::days(10) { 900 } else { 450 });
        let read_at = is_read.then(|| (at + TimeDelta::minutes(dice.between(2, 3_000))).min(plan.now));
        batch.push(&Notification {
            website_id: Some(plan.website(story.site)),
            user_id,
            actor_id: None,
            category: category.into(),
            event: event.into(),
            title: title.into(),
            body: story.work.topic.clone().into(),
            link: Some(format!("/orders/{}", story.id(plan)).into()),
            payload: format!("{{\"order_id\": {}}}", story.id(plan)).into(),
            priority: if category == "warning" { 3 } else { 5 },
            read_at,
            created_at: at,
            updated_at: read_at.unwrap_or(at),
        });
    };
    let (client, times) = (plan.client(story.client), &story.times);
    send(client, times.paid, "order.paid", "info", "Payment received");
    send(client, times.assigned, "order.writer_assigned", "info", "A writer works on your order");
    send(client, times.submitted, "order.status_changed", "info", "Your order is ready to read");
    let unpaid_at = (story.stage == Stage::Unpaid).then_some(times.created);
    send(client, unpaid_at, "payment.reminder", "warning", "Your order waits for its payment");
    if let Some(writer) = story.writer {
        send(plan.writer(writer), times.assigned, "order.assigned", "info", "You have a new order");
        send(plan.writer(writer), times.completed, "order.status_changed", "info", "Your order was accepted");
    }
    let disputed_at = story.dispute.as_ref().map(|dispute| dispute.created_at);
    send(
        plan.staff(2 + story.site),
        disputed_at,
        "order.status_changed",
        "warning",
        "A client disputes an order",
    );
    let helper = plan.staff(desk::support_of(story.site));
    send(
        helper,
        times.paid.filter(|_| desk::has_ticket(story.place)),
        "ticket.assigned",
        "info",
        "You have a new ticket",
    );
}

/// Category, event and title of what staff are told.
const TO_STAFF: [(&str, &str, &str); 6] = [
    ("info", "ticket.created", "A new ticket came in"),
    ("warning", "payment.failed", "Several payments failed within an hour"),
    ("announcement", "announcement.published", "House rules were updated"),
    ("news", "system.release", "What is new this week"),
    ("error", "system.delivery", "An e-mail could not be delivered"),
    ("info", "review.flagged", "A review was flagged"),
];

/// Two notices of each kind for every member of staff; the younger ones are unread.
pub(super) fn to_staff(plan: &Plan) -> impl Iterator<Item = Notification> {
    let kinds = TO_STAFF.len();
    (0..STAFF.len() * kinds * 2).map(move |place| {
        let (member, turn) = (place / (kinds * 2), place % (kinds * 2));
        let (category, event, title) = TO_STAFF[turn % kinds];
        let at = plan.now - TimeDelta::hours(1 + 19 * i64::try_from(turn).unwrap_or_default());
        let read_at = (turn >= 5).then(|| at + TimeDelta::hours(1));
        Notification {
            website_id: STAFF[member].site.map(|site| plan.website(site)),
            user_id: plan.staff(member),
            category: category.into(),
            event: event.into(),
            title: title.into(),
            body: format!("{title}.").into(),
            payload: "{}".into(),
            priority: if category == "error" { 2 } else { 5 },
            read_at,
            created_at: at,
            updated_at: read_at.unwrap_or(at),
            ..Notification::default()
        }
    })
}

const KINDS: [&str; 4] = ["announcement", "mass_email", "digest", "broadcast"];
const STATUSES: [&str; 6] = ["sent", "draft", "scheduled", "sending", "cancelled", "failed"];
const CATEGORIES: [&str; 5] = ["news", "update", "maintenance", "promotion", "general"];
const TITLES: [&str; 5] = [
    "Longer office hours",
    "A new order form",
    "Maintenance on Sunday night",
    "A week of free summaries",
    "Welcome",
];
/// Sent announcements at the head of the list: three per website and two of the platform.
const ANNOUNCEMENTS: usize = 11;

/// Announcements that people see, and one broadcast of each kind in each state.
pub(super) fn broadcasts(plan: &Plan) -> impl Iterator<Item = Broadcast> {
    (0..ANNOUNCEMENTS + KINDS.len() * STATUSES.len()).map(|place| {
        let (kind, status) = match place.checked_sub(ANNOUNCEMENTS) {
            None => (KINDS[0], STATUSES[0]),
            Some(turn) => (KINDS[turn % KINDS.len()], STATUSES[turn / KINDS.len()]),
        };
        let site = announced_on(place);
        let at = plan.now - TimeDelta::hours(5 + 31 * i64::try_from(place).unwrap_or_default());
        let title = TITLES[place % TITLES.len()];
        Broadcast {
            id: nth(plan.ids.broadcasts, place),
            website_id: site.map(|site| plan.website(site)),
            kind: kind.into(),
            category: CATEGORIES[place % CATEGORIES.len()].into(),
            title: title.into(),
            body: format!("{title}: please read the details on your page.").into(),
            is_pinned: place == 0,
            require_acknowledgement: place % 4 == 1,
            audience: "{\"all\": true, \"roles\": []}".into(),
            status: status.into(),
            scheduled_at: (status == "scheduled").then(|| plan.now + TimeDelta::days(2)),
            sent_at: (status == "sent").then_some(at),
            recipients_count: if status == "sent" {
                i32::try_from(plan.clients).unwrap_or(i32::MAX)
            } else {
                0
            },
            created_by_id: Some(plan.staff(site.map_or(1, |site| 2 + site))),
            created_at: at,
            updated_at: at,
        }
    })
}

/// The website of a broadcast; the last two announcements are the platform's.
fn announced_on(place: usize) -> Option<usize> {
    (!(ANNOUNCEMENTS - 2..ANNOUNCEMENTS).contains(&place)).then_some(place % SITES.len())
}

/// Staff and some writers and clients have seen the older announcements of their website, and acknowledged a few.
pub(super) fn views(plan: &Plan) -> impl Iterator<Item = BroadcastView> {
    let staff = STAFF.iter().enumerate().map(|(place, member)| (plan.staff(place), member.site));
    let writers = (0..40).map(|writer| (plan.writer(writer), Some(site_of(writer))));
    let clients = (0..60).map(|client| (plan.client(client), Some(site_of(client))));
    let people = staff.chain(writers).chain(clients);
    people.flat_map(move |(user_id, home)| {
        (2..ANNOUNCEMENTS).filter_map(move |place| {
            let site = announced_on(place);
            let is_shown = site.is_none() || home.is_none() || site == home;
            let hours = 5 + 31 * i64::try_from(place).unwrap_or_default();
            let viewed_at = plan.now - TimeDelta::hours(hours) + TimeDelta::minutes(40 + user_id % 60);
            is_shown.then(|| BroadcastView {
                website_id: site.map(|site| plan.website(site)),
                broadcast_id: nth(plan.ids.broadcasts, place),
                user_id,
                viewed_at,
                seconds_spent: 20,
                acknowledged_at: (place % 4 == 1).then_some(viewed_at),
                created_at: viewed_at,
                updated_at: viewed_at,
            })
        })
    })
}

/// Kind, sentence and table of what staff do; `{}` is the row's number.
const ACTIONS: [(&str, &str, &str); 11] = [
    ("status", "Moved order #{} to in progress", "order"),
    ("assigned", "Assigned a writer to order #{}", "order"),
    ("updated", "Changed the deadline of order #{}", "order"),
    ("money", "Confirmed the payment of order #{}", "order"),
    ("moderated", "Approved the review of order #{}", "order"),
    ("created", "Placed order #{} for a client", "order"),
    ("deleted", "Removed unpaid order #{}", "order"),
    ("account", "Suspended user {}", "user"),
    ("exported", "Exported orders up to #{}", "order"),
    ("security", "Signed in from a new device, user {}", "user"),
    ("other", "Left a note on order #{}", "order"),
];

pub(super) fn audit_count(plan: &Plan) -> usize {
    plan.orders / 4
}

/// What staff did, about the order that was new then; every thirteenth entry is the system's own.
pub(super) fn audit(plan: &Plan) -> impl Iterator<Item = AuditEntry> {
    let count = audit_count(plan);
    (0..count).map(move |place| {
        let (action_type, sentence, target) = ACTIONS[place * 7 % ACTIONS.len()];
        let member = (place % 13 != 12).then_some(place * 5 % STAFF.len());
        let target_id = match target {
            "user" => plan.writer(place % plan.writers),
            _ => nth(plan.ids.orders, place * 4),
        };
        AuditEntry {
            website_id: member.and_then(|member| STAFF[member].site).map(|site| plan.website(site)),
            actor_id: member.map(|member| plan.staff(member)),
            actor_role: member.map(|member| STAFF[member].role.into()),
            action_type: action_type.into(),
            action: sentence.replace("{}", &target_id.to_string()).into(),
            target_type: Some(target.into()),
            target_id: Some(target_id),
            created_at: plan.calendar.at(place, count),
        }
    })
}
