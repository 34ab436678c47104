//! A new user.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, QuerySelect, Set, SqlErr, entity::prelude::*};
use tally_entity::{Role, WebsiteId, user, website};

use super::profiles;

/// Who he is; everything is checked.
pub(crate) struct NewUser {
    pub(crate) username: String,
    /// In lower case.
    pub(crate) email: String,
    pub(crate) password_hash: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) phone_number: Option<String>,
    pub(crate) role: Role,
    pub(crate) website: Option<WebsiteId>,
}

/// What somebody else has already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    Username,
    Email,
}

impl Taken {
    /// What a failed write ran into, if it was a name; the transaction is then of no more use.
    pub(super) fn of(error: &DbErr) -> Option<Self> {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) if what.contains("users_email_key") => {
                Some(Self::Email)
            }
            Some(SqlErr::UniqueConstraintViolation(_)) => Some(Self::Username),
            _ => None,
        }
    }
}

/// Inserts him with the profile of his role.
pub(crate) async fn insert(
    tx: &impl ConnectionTrait,
    new: NewUser,
    now: DateTime<Utc>,
) -> Result<Result<user::Model, Taken>, DbErr> {
    let NewUser { username, email, password_hash, first_name, last_name, phone_number, role, website } = new;
    let row = user::ActiveModel {
        website_id: Set(website),
        email: Set(email),
        username: Set(username),
        password_hash: Set(password_hash),
        first_name: Set(first_name),
        last_name: Set(last_name),
        phone_number: Set(phone_number),
        role: Set(role),
        joined_at: Set(now),
        ..Default::default()
    };
    let user = match row.insert(tx).await {
        Ok(user) => user,
        Err(error) => return Taken::of(&error).map(Err).ok_or(error),
    };
    profiles::ensure(tx, user.id, role, website).await?;
    Ok(Ok(user))
}

/// Whether there is such a website.
pub(crate) async fn has_website(tx: &impl ConnectionTrait, id: WebsiteId) -> Result<bool, DbErr> {
    let website = website::COLUMN;
    let found = website::Entity::find()
        .select_only()
        .column(website::Column::Id)
        .filter(website.id.eq(id))
        .filter(website.deleted_at.is_null())
        .into_tuple::<i64>()
        .one(tx)
        .await?;
    Ok(found.is_some())
}

/// The website that is in use, when there is one only.
pub(crate) async fn only_website(tx: &impl ConnectionTrait) -> Result<Option<WebsiteId>, DbErr> {
    let website = website::COLUMN;
    let found: Vec<WebsiteId> = website::Entity::find()
        .select_only()
        .column(website::Column::Id)
        .filter(website.is_active.eq(true))
        .filter(website.deleted_at.is_null())
        .limit(2)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(if let [only] = found[..] { Some(only) } else { None })
}
