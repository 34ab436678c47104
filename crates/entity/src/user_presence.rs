//! Who is online, apart from `users` because it changes every minute.

use sea_orm::entity::prelude::*;

use crate::ids::{UserId, UserPresenceId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_presence")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: UserPresenceId,
    #[sea_orm(unique)]
    pub user_id: UserId,
    pub is_online: bool,
    pub last_active_at: DateTimeUtc,
    /// When the list of notifications was last opened.
    pub notifications_seen_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
