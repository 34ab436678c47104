//! What a user wants where; no row = on.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{NotificationPreferenceId, UserId, WebsiteId},
    notification::NotificationCategory,
    words,
};

words! {
    /// Where a person is told.
    pub enum NotificationChannel: "String(StringLen::N(8))" {
        InApp = "in_app",
        Email = "email",
        Push = "push",
        Sms = "sms",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_preferences")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: NotificationPreferenceId,
    pub website_id: Option<WebsiteId>,
    pub user_id: UserId,
    pub category: NotificationCategory,
    pub channel: NotificationChannel,
    pub is_enabled: bool,
    pub is_digest: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
