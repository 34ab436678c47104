//! Changes of preferences.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};
use tally_entity::{NotificationCategory, NotificationChannel};
use utoipa::ToSchema;

use crate::notifications::repository::preferences::{Preferences, Wish};

/// What changes; the wide switches first, then single categories.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct PreferencesForm {
    receive_in_app: Option<bool>,
    receive_email: Option<bool>,
    receive_push: Option<bool>,
    receive_sms: Option<bool>,
    /// True turns everything off; false turns everything on again, if all of it was off.
    mute_all: Option<bool>,
    digest_only: Option<bool>,
    /// Unknown categories are ignored.
    categories: Option<BTreeMap<String, CategoryForm>>,
    notify_order_updates: Option<bool>,
    notify_payments: Option<bool>,
    notify_tickets: Option<bool>,
    notify_messages: Option<bool>,
    notify_mfa_login: Option<bool>,
}

/// What changes of one category.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
struct CategoryForm {
    in_app: Option<bool>,
    email: Option<bool>,
    push: Option<bool>,
    sms: Option<bool>,
    digest: Option<bool>,
}

impl PreferencesForm {
    pub(super) fn apply(self, preferences: &mut Preferences) {
        use NotificationChannel::{Email, InApp, Push, Sms};
        let is_mute = preferences.wishes.values().all(|wish| !wish.is_enabled);
        let mut each = |channel: Option<NotificationChannel>, change: &dyn Fn(&mut Wish)| {
            let wishes = preferences.wishes.iter_mut();
            wishes
                .filter(|((_, of), _)| channel.is_none_or(|channel| channel == *of))
                .for_each(|(_, wish)| change(wish));
        };
        if let Some(mute) = self.mute_all
            && mute != is_mute
        {
            each(None, &|wish| wish.is_enabled = !mute);
        }
        if let Some(digest) = self.digest_only {
            each(None, &|wish| wish.is_digest = digest);
        }
        let wide = [
            (InApp, self.receive_in_app),
            (Email, self.receive_email),
            (Push, self.receive_push),
            (Sms, self.receive_sms),
        ];
        for (channel, on) in wide {
            if let Some(on) = on {
                each(Some(channel), &|wish| wish.is_enabled = on);
            }
        }
        for (category, form) in self.categories.iter().flatten() {
            if let Ok(category) = category.parse() {
                form.apply(category, preferences);
            }
        }
        self.keep_own(&mut preferences.own);
    }

    /// The switches that only the frontend knows.
    fn keep_own(&self, own: &mut Value) {
        let switches = [
            ("notify_order_updates", self.notify_order_updates),
            ("notify_payments", self.notify_payments),
            ("notify_tickets", self.notify_tickets),
            ("notify_messages", self.notify_messages),
            ("notify_mfa_login", self.notify_mfa_login),
        ];
        let changed = switches.into_iter().filter_map(|(name, on)| Some((name.to_owned(), on?.into())));
        let changed: Map<String, Value> = changed.collect();
        match own {
            Value::Object(own) => own.extend(changed),
            _ if changed.is_empty() => {}
            _ => *own = changed.into(),
        }
    }
}

impl CategoryForm {
    fn apply(self, category: NotificationCategory, preferences: &mut Preferences) {
        use NotificationChannel::{Email, InApp, Push, Sms};
        let Self { in_app, email, push, sms, digest } = self;
        for (channel, on) in [(InApp, in_app), (Email, email), (Push, push), (Sms, sms)] {
            if let Some(wish) = preferences.wishes.get_mut(&(category, channel)) {
                wish.is_enabled = on.unwrap_or(wish.is_enabled);
                wish.is_digest = digest.unwrap_or(wish.is_digest);
            }
        }
    }
}
