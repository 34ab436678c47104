//! A user whom something is about to be done to.

use sea_orm::{DbErr, QuerySelect, entity::prelude::*};
use tally_entity::{
    UserId, WebsiteScope,
    user::{self, rules},
};

/// Nothing when there is no such user in the scope; otherwise he stays as he is until the transaction ends.
pub(crate) async fn lock(
    tx: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: UserId,
) -> Result<Option<user::Model>, DbErr> {
    user::Entity::find_by_id(id)
        .filter(scope.of(user::COLUMN.website_id))
        .filter(rules::counted())
        .lock_exclusive()
        .one(tx)
        .await
}
