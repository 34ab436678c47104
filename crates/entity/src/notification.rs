//! A notice to one user.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{NotificationId, UserId, WebsiteId},
    words,
};

words! {
    /// The area of a notice.
    pub enum NotificationCategory: "String(StringLen::N(20))" {
        Info = "info",
        Warning = "warning",
        Error = "error",
        Announcement = "announcement",
        News = "news",
        Social = "social",
        NewJobAlert = "new_job_alert",
        JobReminder = "job_reminder",
        JobAcceptance = "job_acceptance",
        SettingsChanges = "settings_changes",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notifications")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: NotificationId,
    pub website_id: Option<WebsiteId>,
    pub user_id: UserId,
    pub actor_id: Option<UserId>,
    pub category: NotificationCategory,
    /// Dotted name of what happened, such as `order.assigned`.
    #[sea_orm(column_type = "String(StringLen::N(60))")]
    pub event: String,
    #[sea_orm(column_type = "String(StringLen::N(200))")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    #[sea_orm(column_type = "String(StringLen::N(500))")]
    pub link: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub payload: Json,
    /// 1 (highest) to 10.
    pub priority: i16,
    pub is_critical: bool,
    /// Unique per user: the same notice is not sent twice.
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub dedupe_key: Option<String>,
    pub read_at: Option<DateTimeUtc>,
    pub acknowledged_at: Option<DateTimeUtc>,
    pub pinned_at: Option<DateTimeUtc>,
    pub expires_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
