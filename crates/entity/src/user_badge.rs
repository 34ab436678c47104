//! Badge given to a user.

use sea_orm::entity::prelude::*;

use crate::ids::{BadgeId, UserBadgeId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_badges")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: UserBadgeId,
    pub website_id: WebsiteId,
    pub user_id: UserId,
    pub badge_id: BadgeId,
    pub awarded_at: DateTimeUtc,
    pub is_auto_awarded: bool,
    #[sea_orm(column_type = "Text")]
    pub notes: Option<String>,
    pub revoked_at: Option<DateTimeUtc>,
    pub revoked_by_id: Option<UserId>,
    #[sea_orm(column_type = "Text")]
    pub revoked_reason: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
