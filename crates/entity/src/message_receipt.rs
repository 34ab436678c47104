//! Delivery and reading per recipient, written when the message is sent.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{MessageId, MessageReceiptId, ThreadId, UserId, WebsiteId},
    words,
};

words! {
    /// Whether a message has arrived.
    pub enum ReceiptStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Delivered = "delivered",
        Read = "read",
        Failed = "failed",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_receipts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MessageReceiptId,
    pub website_id: WebsiteId,
    pub message_id: MessageId,
    pub thread_id: ThreadId,
    pub user_id: UserId,
    pub delivery_status: ReceiptStatus,
    pub delivery_attempts: i16,
    pub last_attempt_at: Option<DateTimeUtc>,
    pub delivered_at: Option<DateTimeUtc>,
    pub read_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
