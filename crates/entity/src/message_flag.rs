//! A message stopped by screening, waiting for review.

use sea_orm::entity::prelude::*;

use crate::ids::{MessageFlagId, MessageId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_flags")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MessageFlagId,
    pub website_id: WebsiteId,
    #[sea_orm(unique)]
    pub message_id: MessageId,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Text))")]
    pub matched: Vec<String>,
    pub reviewed_by_id: Option<UserId>,
    pub reviewed_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub admin_comment: Option<String>,
    pub is_unblocked: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
