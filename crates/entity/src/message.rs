//! A message of a conversation; hidden, archived and deleted ones stay.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{FileId, MessageId, ThreadId, UserId, WebsiteId},
    user::Role,
    words,
};

words! {
    /// What a message is made of.
    pub enum MessageType: "String(StringLen::N(8))" {
        Text = "text",
        File = "file",
        Link = "link",
        Image = "image",
        System = "system",
        Video = "video",
        Audio = "audio",
        Note = "note",
        Other = "other",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MessageId,
    pub website_id: WebsiteId,
    pub thread_id: ThreadId,
    pub sender_id: UserId,
    pub recipient_id: Option<UserId>,
    #[sea_orm(column_type = "String(StringLen::N(12))")]
    pub sender_role: Role,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub message_type: MessageType,
    pub is_internal_note: bool,
    pub attachment_file_id: Option<FileId>,
    #[sea_orm(column_type = "String(StringLen::N(2000))")]
    pub link_url: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub link_domain: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub link_preview: Option<Json>,
    pub is_link_approved: bool,
    pub is_hidden: bool,
    pub is_archived: bool,
    pub is_system: bool,
    pub is_flagged: bool,
    pub is_unblocked: bool,
    #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Text))")]
    pub visible_to_roles: Vec<String>,
    pub reply_to_id: Option<MessageId>,
    pub sent_at: DateTimeUtc,
    pub edited_at: Option<DateTimeUtc>,
    pub deleted_at: Option<DateTimeUtc>,
    pub deleted_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
