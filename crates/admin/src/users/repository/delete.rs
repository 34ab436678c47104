//! A user who is gone: his row stays for what others did with him, without anything that tells who he was.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, IntoActiveModel, Set, entity::prelude::*};
use tally_auth::password::UNUSABLE;
use tally_entity::user;

use super::change::{Changed, instant, object, save};

/// What is told of it names no person: the log keeps it for ever.
pub(crate) async fn anonymise(
    tx: &impl ConnectionTrait,
    user: &user::Model,
    now: DateTime<Utc>,
) -> Result<Changed, DbErr> {
    let id = user.id;
    let mut row = user.clone().into_active_model();
    row.deleted_at = Set(Some(now));
    row.is_active = Set(false);
    row.email = Set(format!("deleted-{id}@deleted.invalid"));
    row.username = Set(format!("deleted-{id}"));
    (row.first_name, row.last_name) = (Set(String::new()), Set(String::new()));
    (row.phone_number, row.bio, row.avatar_key) = (Set(None), Set(None), Set(None));
    (row.location, row.country, row.state) = (Set(None), Set(None), Set(None));
    (row.password_hash, row.mfa_secret_enc) = (Set(UNUSABLE.to_owned()), Set(None));
    save(tx, user, row).await?;
    let told = |is_active, deleted_at| {
        Some(object([("is_active", Json::Bool(is_active)), ("deleted_at", deleted_at)]))
    };
    Ok(Changed { before: told(user.is_active, Json::Null), after: told(false, instant(now)) })
}
