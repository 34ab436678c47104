//! Outgoing e-mail, push and sms with retries.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{BroadcastId, NotificationDeliveryId, NotificationId, UserId, WebsiteId},
    words,
};

words! {
    /// How a notice leaves the house.
    pub enum DeliveryChannel: "String(StringLen::N(8))" {
        Email = "email",
        Push = "push",
        Sms = "sms",
    }
}

words! {
    /// Where a delivery stands.
    pub enum DeliveryStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Sent = "sent",
        Failed = "failed",
        Bounced = "bounced",
        Cancelled = "cancelled",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_deliveries")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: NotificationDeliveryId,
    pub website_id: Option<WebsiteId>,
    pub notification_id: Option<NotificationId>,
    pub broadcast_id: Option<BroadcastId>,
    pub user_id: Option<UserId>,
    pub channel: DeliveryChannel,
    #[sea_orm(column_type = "String(StringLen::N(254))")]
    pub address: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub subject: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub status: DeliveryStatus,
    pub attempts: i16,
    pub next_attempt_at: DateTimeUtc,
    pub sent_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub error: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub provider_id: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
