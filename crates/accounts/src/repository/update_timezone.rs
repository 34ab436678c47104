//! A person's time zone.

use sea_orm::{DbErr, entity::prelude::*};
use tally_entity::{UserId, user};

/// Writes nothing when it is the same.
pub(crate) async fn apply(tx: &impl ConnectionTrait, id: UserId, timezone: &str) -> Result<(), DbErr> {
    user::Entity::update_many()
        .col_expr(user::Column::Timezone, Expr::value(timezone))
        .filter(user::COLUMN.id.eq(id))
        .filter(user::COLUMN.timezone.ne(timezone))
        .exec(tx)
        .await?;
    Ok(())
}
