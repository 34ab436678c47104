//! Who is online.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, Set, entity::prelude::*, sea_query::OnConflict};
use tally_entity::{UserId, user_presence};

/// Notes that `user` is here at `now`.
pub(crate) async fn seen(db: &impl ConnectionTrait, user: UserId, now: DateTime<Utc>) -> Result<(), DbErr> {
    use user_presence::Column;
    let row = user_presence::ActiveModel {
        user_id: Set(user),
        is_online: Set(true),
        last_active_at: Set(now),
        ..Default::default()
    };
    let known = OnConflict::column(Column::UserId)
        .update_columns([Column::IsOnline, Column::LastActiveAt])
        .to_owned();
    user_presence::Entity::insert(row).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// Notes that `user` has left.
pub(crate) async fn left(db: &impl ConnectionTrait, user: UserId) -> Result<(), DbErr> {
    user_presence::Entity::update_many()
        .col_expr(user_presence::Column::IsOnline, Expr::value(false))
        .filter(user_presence::COLUMN.user_id.eq(user))
        .exec(db)
        .await?;
    Ok(())
}
