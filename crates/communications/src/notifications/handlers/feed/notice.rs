//! A notice as it is shown.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use tally_entity::{NotificationId, Role, WebsiteId};
use utoipa::ToSchema;

use super::super::person::UserRef;
use crate::notifications::repository::feed::Notice;

/// A notice. Several names for the same, because its readers differ.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "a notice has these marks")]
pub(crate) struct NotificationRow {
    #[schema(value_type = i64)]
    id: NotificationId,
    title: String,
    rendered_title: String,
    message: String,
    rendered_message: String,
    description: String,
    category: String,
    /// Dotted name of what happened, such as `order.assigned`.
    event: String,
    /// The same in words.
    event_label: String,
    /// A whole address, or a path of the frontend.
    link: Option<String>,
    rendered_link: Option<String>,
    #[schema(value_type = Object)]
    payload: Value,
    is_read: bool,
    read_at: Option<DateTime<Utc>>,
    is_acknowledged: bool,
    pinned: bool,
    /// 1 (highest) to 10.
    priority: i16,
    priority_label: &'static str,
    is_critical: bool,
    actor: Option<UserRef>,
    #[schema(value_type = Option<i64>)]
    website_id: Option<WebsiteId>,
    created_at: DateTime<Utc>,
    sent_at: DateTime<Utc>,
}

impl NotificationRow {
    pub(in super::super) fn new(row: Notice, reader: Role) -> Self {
        let Notice {
            id,
            title,
            body,
            area,
            event,
            link,
            payload,
            read_at,
            is_acknowledged,
            is_pinned,
            priority,
            is_critical,
            website_id,
            created_at,
            actor,
        } = row;
        Self {
            id,
            title: title.clone(),
            rendered_title: title,
            message: body.clone(),
            rendered_message: body.clone(),
            description: body,
            category: area,
            event_label: in_words(&event),
            event,
            link: link.clone(),
            rendered_link: link,
            payload,
            is_read: read_at.is_some(),
            read_at,
            is_acknowledged,
            pinned: is_pinned,
            priority,
            priority_label: priority_label(priority),
            is_critical,
            actor: actor.map(|actor| UserRef::new(actor, reader)),
            website_id,
            created_at,
            sent_at: created_at,
        }
    }
}

/// `order.assigned` is "Order Assigned".
fn in_words(event: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    event.split(['.', '_']).filter_map(word).collect::<Vec<_>>().join(" ")
}

fn priority_label(priority: i16) -> &'static str {
    match priority {
        ..=1 => "emergency",
        2..=3 => "high",
        4 => "medium_high",
        5 => "normal",
        6..=8 => "low",
        9.. => "passive",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_and_priorities_in_words() {
        assert_eq!(in_words("payout.request_rejected"), "Payout Request Rejected");
        assert_eq!(in_words("order..x"), "Order X");
        let labels = (1..=10).map(priority_label).collect::<Vec<_>>().join(" ");
        assert_eq!(labels, "emergency high high medium_high normal low low low passive passive");
    }
}
