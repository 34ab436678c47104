//! Emoji on a message.

use sea_orm::entity::prelude::*;

use crate::ids::{MessageId, MessageReactionId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_reactions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MessageReactionId,
    pub website_id: WebsiteId,
    pub message_id: MessageId,
    pub user_id: UserId,
    #[sea_orm(column_type = "String(StringLen::N(10))")]
    pub reaction: String,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
