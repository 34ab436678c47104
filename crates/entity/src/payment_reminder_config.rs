//! When an unpaid client is reminded, as a share of the time to the deadline.

use sea_orm::entity::prelude::*;

use crate::ids::{PaymentReminderConfigId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_reminder_configs")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PaymentReminderConfigId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub name: String,
    /// Share of the time to the deadline that has passed.
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub deadline_pct: Decimal,
    #[sea_orm(column_type = "Text")]
    pub message: String,
    pub send_as_notification: bool,
    pub send_as_email: bool,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub email_subject: Option<String>,
    pub is_active: bool,
    pub display_order: i32,
    pub created_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
