//! Users and addresses that are not wanted.

use sea_orm::{
    DbErr, IntoActiveModel, QuerySelect, Set,
    entity::prelude::*,
    sea_query::{Condition, OnConflict},
};
use tally_entity::{UserId, WebsiteId, blacklisted_email, user};

use super::change::{Changed, save};

/// Puts a user and his address on the list. An address that is on it already stays as it is.
pub(crate) async fn add(
    tx: &impl ConnectionTrait,
    user: &user::Model,
    reason: String,
    by: UserId,
) -> Result<Changed, DbErr> {
    use blacklisted_email::Column::{Email, WebsiteId};
    let listed = blacklisted_email::ActiveModel {
        website_id: Set(user.website_id),
        email: Set(user.email.clone()),
        user_id: Set(Some(user.id)),
        reason: Set(Some(reason)),
        blacklisted_by_id: Set(Some(by)),
        ..Default::default()
    };
    blacklisted_email::Entity::insert(listed)
        .on_conflict(OnConflict::columns([Email, WebsiteId]).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    let mut row = user.clone().into_active_model();
    row.is_blacklisted = Set(true);
    Ok(save(tx, user, row).await?.unwrap_or_default())
}

/// Whether an address may not be used on this website: the website has it on its list, or the platform has.
pub(crate) async fn has(
    tx: &impl ConnectionTrait,
    email: &str,
    website: Option<WebsiteId>,
) -> Result<bool, DbErr> {
    let listed = blacklisted_email::COLUMN;
    let here = Condition::any()
        .add(listed.website_id.is_null())
        .add_option(website.map(|website| listed.website_id.eq(website)));
    let found = blacklisted_email::Entity::find()
        .select_only()
        .column(blacklisted_email::Column::Id)
        .filter(listed.email.eq(email))
        .filter(here)
        .limit(1)
        .into_tuple::<i64>()
        .one(tx)
        .await?;
    Ok(found.is_some())
}
