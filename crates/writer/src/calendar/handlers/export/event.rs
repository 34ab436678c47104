//! Orders as events.

use chrono::{DateTime, TimeDelta, Utc};

use super::ics::{property, text};
use crate::calendar::{handlers::range::URGENT, repository::calendar::DueOrder};

/// All of them in one file.
pub(super) fn calendar(orders: &[DueOrder], now: DateTime<Utc>) -> String {
    let mut out = String::new();
    property(&mut out, "BEGIN", "VCALENDAR");
    property(&mut out, "VERSION", "2.0");
    property(&mut out, "PRODID", "-//Tally//Writer Calendar//EN");
    property(&mut out, "CALSCALE", "GREGORIAN");
    property(&mut out, "METHOD", "PUBLISH");
    for order in orders {
        event(&mut out, order, now);
    }
    property(&mut out, "END", "VCALENDAR");
    out
}

fn event(out: &mut String, order: &DueOrder, now: DateTime<Utc>) {
    let left = order.due - now;
    let is_urgent = left > TimeDelta::zero() && left <= URGENT;
    let due = stamp(order.due);
    property(out, "BEGIN", "VEVENT");
    property(out, "UID", &format!("order-{}@tally", order.id));
    property(out, "DTSTAMP", &stamp(now));
    property(out, "DTSTART", &due);
    property(out, "DTEND", &due);
    text(out, "SUMMARY", &format!("Order #{}: {}", order.id, order.shown_topic()));
    text(out, "DESCRIPTION", &description(order));
    property(out, "STATUS", "CONFIRMED");
    property(out, "SEQUENCE", "0");
    property(out, "PRIORITY", if is_urgent || left < TimeDelta::zero() { "1" } else { "5" });
    text(out, "LOCATION", &order.website);
    property(out, "URL", &format!("https://{}/orders/{}", order.domain, order.id));
    property(out, "BEGIN", "VALARM");
    property(out, "ACTION", "DISPLAY");
    text(out, "DESCRIPTION", &format!("Order #{} is due", order.id));
    property(out, "TRIGGER", if is_urgent { "-PT1440M" } else { "-PT4320M" });
    property(out, "END", "VALARM");
    property(out, "END", "VEVENT");
}

fn description(order: &DueOrder) -> String {
    let service = order.service_type.as_deref().unwrap_or("Unknown");
    format!(
        "Order ID: {}\nTopic: {}\nService: {service}\nPages: {}\nStatus: {}",
        order.id,
        order.shown_topic(),
        order.number_of_pages,
        order.status
    )
}

fn stamp(moment: DateTime<Utc>) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}
