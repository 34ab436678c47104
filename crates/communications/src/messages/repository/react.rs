//! Emoji on a message.

use sea_orm::{DbErr, Set, entity::prelude::*, sea_query::OnConflict};
use tally_entity::{MessageId, UserId, WebsiteId, message_reaction};

/// Adds one, unless it is there.
pub(crate) async fn add(
    tx: &impl ConnectionTrait,
    website: WebsiteId,
    (message, user): (MessageId, UserId),
    reaction: &str,
) -> Result<(), DbErr> {
    let row = message_reaction::ActiveModel {
        website_id: Set(website),
        message_id: Set(message),
        user_id: Set(user),
        reaction: Set(reaction.to_owned()),
        ..Default::default()
    };
    let again = OnConflict::new().do_nothing().to_owned();
    message_reaction::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.map(|_| ())
}

/// Takes it back, if it is there.
pub(crate) async fn remove(
    tx: &impl ConnectionTrait,
    (message, user): (MessageId, UserId),
    reaction: &str,
) -> Result<(), DbErr> {
    let mine = message_reaction::COLUMN;
    message_reaction::Entity::delete_many()
        .filter(mine.message_id.eq(message))
        .filter(mine.user_id.eq(user))
        .filter(mine.reaction.eq(reaction))
        .exec(tx)
        .await
        .map(|_| ())
}
