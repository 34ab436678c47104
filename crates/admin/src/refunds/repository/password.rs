//! What a member of staff proves himself with.

use sea_orm::{DbErr, QuerySelect, entity::prelude::*};
use tally_entity::{UserId, user};

pub(crate) async fn hash(db: &impl ConnectionTrait, user: UserId) -> Result<String, DbErr> {
    user::Entity::find()
        .select_only()
        .column(user::Column::PasswordHash)
        .filter(user::COLUMN.id.eq(user))
        .into_tuple()
        .one(db)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound(format!("user {user}")))
}
