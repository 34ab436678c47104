//! The text a client gets when an unpaid order is removed.

use sea_orm::entity::prelude::*;

use crate::ids::{PaymentDeletionMessageId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_deletion_messages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PaymentDeletionMessageId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "Text")]
    pub message: String,
    pub send_as_notification: bool,
    pub send_as_email: bool,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub email_subject: Option<String>,
    pub is_active: bool,
    pub created_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
