//! Who has seen and acknowledged an announcement.

use sea_orm::entity::prelude::*;

use crate::ids::{BroadcastId, BroadcastViewId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "broadcast_views")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: BroadcastViewId,
    pub website_id: Option<WebsiteId>,
    pub broadcast_id: BroadcastId,
    pub user_id: UserId,
    pub viewed_at: DateTimeUtc,
    /// Seconds.
    pub seconds_spent: i32,
    pub acknowledged_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
