//! Preferences as they are shown.

use std::collections::BTreeMap;

use serde::Serialize;
use tally_entity::{NotificationCategory, NotificationChannel};
use utoipa::ToSchema;

use crate::notifications::repository::preferences::Preferences;

/// Where somebody wants to be told what.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "a page has these switches")]
pub(crate) struct NotificationPreferences {
    /// On for one category at least.
    receive_in_app: bool,
    receive_email: bool,
    receive_push: bool,
    receive_sms: bool,
    /// Everything is off.
    mute_all: bool,
    /// Every category comes as a digest.
    digest_only: bool,
    categories: BTreeMap<String, CategoryPreferences>,
    notify_order_updates: bool,
    notify_payments: bool,
    notify_tickets: bool,
    notify_messages: bool,
    notify_mfa_login: bool,
}

/// Where one category is told.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "a category has these switches")]
struct CategoryPreferences {
    in_app: bool,
    email: bool,
    push: bool,
    sms: bool,
    /// Gathered, on any channel.
    digest: bool,
}

impl From<&Preferences> for NotificationPreferences {
    fn from(preferences: &Preferences) -> Self {
        use NotificationChannel::{Email, InApp, Push, Sms};
        let wishes = &preferences.wishes;
        let receives = |channel| wishes.iter().any(|((_, of), wish)| *of == channel && wish.is_enabled);
        let shown = |category: &NotificationCategory| {
            let on = |channel| wishes.get(&(*category, channel)).is_some_and(|wish| wish.is_enabled);
            let digest = wishes.iter().any(|((of, _), wish)| of == category && wish.is_digest);
            let shown = CategoryPreferences {
                in_app: on(InApp),
                email: on(Email),
                push: on(Push),
                sms: on(Sms),
                digest,
            };
            (category.to_string(), shown)
        };
        let categories: BTreeMap<_, _> = NotificationCategory::ALL.iter().map(shown).collect();
        let own = |name: &str| preferences.own.get(name).and_then(serde_json::Value::as_bool).unwrap_or(true);
        Self {
            receive_in_app: receives(InApp),
            receive_email: receives(Email),
            receive_push: receives(Push),
            receive_sms: receives(Sms),
            mute_all: wishes.values().all(|wish| !wish.is_enabled),
            digest_only: categories.values().all(|shown| shown.digest),
            categories,
            notify_order_updates: own("notify_order_updates"),
            notify_payments: own("notify_payments"),
            notify_tickets: own("notify_tickets"),
            notify_messages: own("notify_messages"),
            notify_mfa_login: own("notify_mfa_login"),
        }
    }
}
