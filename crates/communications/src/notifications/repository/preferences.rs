//! Where somebody wants to be told what.

use std::collections::BTreeMap;

use sea_orm::{DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{NotificationCategory, NotificationChannel, UserId};

/// What is wanted of one category on one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) is_enabled: bool,
    pub(crate) is_digest: bool,
}

/// What nobody has said otherwise.
const USUAL: Wish = Wish { is_enabled: true, is_digest: false };

/// What somebody wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// All categories on all channels.
    pub(crate) wishes: BTreeMap<(NotificationCategory, NotificationChannel), Wish>,
    /// What the frontend keeps about its user.
    pub(crate) own: Json,
}

#[derive(FromQueryResult)]
struct Row {
    own: Json,
    category: Option<NotificationCategory>,
    channel: Option<NotificationChannel>,
    is_enabled: Option<bool>,
    is_digest: Option<bool>,
}

const LOAD: &str = "
    SELECT users.preferences AS own, category, channel, is_enabled, is_digest
    FROM users LEFT JOIN notification_preferences ON notification_preferences.user_id = users.id
    WHERE users.id = $1";

pub(crate) async fn load(db: &impl ConnectionTrait, user: UserId) -> Result<Preferences, DbErr> {
    read(db, LOAD.to_owned(), user).await
}

/// The same, which nobody else changes before this transaction ends.
pub(crate) async fn lock(tx: &impl ConnectionTrait, user: UserId) -> Result<Preferences, DbErr> {
    read(tx, format!("{LOAD} FOR UPDATE OF users"), user).await
}

async fn read(db: &impl ConnectionTrait, sql: String, user: UserId) -> Result<Preferences, DbErr> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [user.0.into()]);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let mut preferences = Preferences { wishes: all(), own: Json::Null };
    for Row { own, category, channel, is_enabled, is_digest } in rows {
        preferences.own = own;
        if let (Some(category), Some(channel), Some(is_enabled), Some(is_digest)) =
            (category, channel, is_enabled, is_digest)
        {
            preferences.wishes.insert((category, channel), Wish { is_enabled, is_digest });
        }
    }
    Ok(preferences)
}

fn all() -> BTreeMap<(NotificationCategory, NotificationChannel), Wish> {
    let channels = |category: &NotificationCategory| {
        let category = *category;
        NotificationChannel::ALL.iter().map(move |channel| ((category, *channel), USUAL))
    };
    NotificationCategory::ALL.iter().flat_map(channels).collect()
}

/// Keeps what differs from what was, in one statement.
pub(crate) async fn save(
    tx: &impl ConnectionTrait,
    user: UserId,
    before: &Preferences,
    after: &Preferences,
) -> Result<(), DbErr> {
    const SAVE: &str = "
        WITH own AS (
            UPDATE users SET preferences = $2 WHERE id = $1 AND preferences IS DISTINCT FROM $2
        )
        INSERT INTO notification_preferences (website_id, user_id, category, channel, is_enabled, is_digest)
        SELECT users.website_id, users.id, wish.*
        FROM users, unnest($3::text[], $4::text[], $5::bool[], $6::bool[])
            AS wish (category, channel, is_enabled, is_digest)
        WHERE users.id = $1
        ON CONFLICT (user_id, category, channel)
            DO UPDATE SET is_enabled = excluded.is_enabled, is_digest = excluded.is_digest";
    let changed = after.wishes.iter().filter(|(place, wish)| before.wishes.get(place) != Some(wish));
    let changed: Vec<_> = changed.collect();
    if changed.is_empty() && before.own == after.own {
        return Ok(());
    }
    let words = |word: &dyn Fn(&(NotificationCategory, NotificationChannel)) -> &'static str| -> Vec<String> {
        changed.iter().map(|(place, _)| word(place).to_owned()).collect()
    };
    let values = [
        user.0.into(),
        after.own.clone().into(),
        words(&|(category, _)| category.as_str()).into(),
        words(&|(_, channel)| channel.as_str()).into(),
        changed.iter().map(|(_, wish)| wish.is_enabled).collect::<Vec<_>>().into(),
        changed.iter().map(|(_, wish)| wish.is_digest).collect::<Vec<_>>().into(),
    ];
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), SAVE, values)).await.map(drop)
}
