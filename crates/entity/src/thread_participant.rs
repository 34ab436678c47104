//! Who takes part in a conversation.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ThreadId, ThreadParticipantId, UserId, WebsiteId},
    user::Role,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "thread_participants")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ThreadParticipantId,
    pub website_id: WebsiteId,
    pub thread_id: ThreadId,
    pub user_id: UserId,
    #[sea_orm(column_type = "String(StringLen::N(12))")]
    pub role: Role,
    pub joined_at: DateTimeUtc,
    pub left_at: Option<DateTimeUtc>,
    pub muted_at: Option<DateTimeUtc>,
    pub mute_ends_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
