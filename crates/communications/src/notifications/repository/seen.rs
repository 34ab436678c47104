//! When somebody looked at his notices last.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, Set, entity::prelude::*, sea_query::OnConflict};
use tally_entity::{UserId, user_presence};

/// Notes that `user` looks at them now.
pub(crate) async fn note(db: &impl ConnectionTrait, user: UserId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = user_presence::ActiveModel {
        user_id: Set(user),
        notifications_seen_at: Set(Some(now)),
        ..Default::default()
    };
    let again = OnConflict::column(user_presence::Column::UserId)
        .update_column(user_presence::Column::NotificationsSeenAt)
        .to_owned();
    user_presence::Entity::insert(row).on_conflict(again).exec_without_returning(db).await.map(|_| ())
}
