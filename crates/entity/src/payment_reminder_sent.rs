//! A reminder that went out; each goes out once.

use sea_orm::entity::prelude::*;

use crate::ids::{OrderId, PaymentId, PaymentReminderConfigId, PaymentReminderSentId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_reminders_sent")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PaymentReminderSentId,
    pub website_id: WebsiteId,
    pub reminder_config_id: PaymentReminderConfigId,
    pub order_id: Option<OrderId>,
    pub payment_id: Option<PaymentId>,
    pub client_id: UserId,
    pub sent_as_notification: bool,
    pub sent_as_email: bool,
    pub sent_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
