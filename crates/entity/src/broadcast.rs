//! One text for many: an announcement, a digest, a mass e-mail.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{BroadcastId, UserId, WebsiteId},
    words,
};

words! {
    /// How a text reaches its readers.
    pub enum BroadcastKind: "String(StringLen::N(12))" {
        MassEmail = "mass_email",
        Digest = "digest",
        Broadcast = "broadcast",
        Announcement = "announcement",
    }
}

words! {
    /// Where a broadcast stands.
    pub enum BroadcastStatus: "String(StringLen::N(10))" {
        Draft = "draft",
        Scheduled = "scheduled",
        Sending = "sending",
        Sent = "sent",
        Cancelled = "cancelled",
        Failed = "failed",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "broadcasts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: BroadcastId,
    pub website_id: Option<WebsiteId>,
    pub kind: BroadcastKind,
    #[sea_orm(column_type = "String(StringLen::N(20))")]
    pub category: String,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub audience: Json,
    pub is_pinned: bool,
    pub require_acknowledgement: bool,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub image_key: Option<String>,
    pub status: BroadcastStatus,
    pub scheduled_at: Option<DateTimeUtc>,
    pub sent_at: Option<DateTimeUtc>,
    pub recipients_count: i32,
    pub created_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
