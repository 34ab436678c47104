//! A stored object; its content lies in object storage.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{FileId, UserId, WebsiteId},
    words,
};

words! {
    /// What a file holds.
    pub enum FileKind: "String(StringLen::N(10))" {
        Image = "image",
        Document = "document",
        Audio = "audio",
        Video = "video",
        Other = "other",
    }
}

words! {
    /// What the search for viruses said.
    pub enum ScanStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Clean = "clean",
        Infected = "infected",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "files")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: FileId,
    pub website_id: Option<WebsiteId>,
    pub uploader_id: Option<UserId>,
    #[sea_orm(column_type = "String(StringLen::N(255))", unique)]
    pub storage_key: String,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub name: String,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub mime: String,
    pub size_bytes: i64,
    pub sha256: Option<Vec<u8>>,
    pub kind: FileKind,
    pub scan_status: ScanStatus,
    pub deleted_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
