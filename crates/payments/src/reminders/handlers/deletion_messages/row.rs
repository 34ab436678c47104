use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{PaymentDeletionMessageId, UserId, WebsiteId};
use utoipa::ToSchema;

use crate::reminders::repository::deletion_messages::Told;

/// What clients are told whose unpaid orders are removed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeletionMessage {
    #[schema(value_type = i64)]
    id: PaymentDeletionMessageId,
    #[schema(value_type = i64)]
    website: WebsiteId,
    website_name: String,
    website_domain: String,
    message: String,
    send_as_notification: bool,
    send_as_email: bool,
    email_subject: Option<String>,
    is_active: bool,
    #[schema(value_type = Option<i64>)]
    created_by: Option<UserId>,
    created_by_username: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl From<Told> for DeletionMessage {
    fn from(row: Told) -> Self {
        Self {
            id: row.id,
            website: row.website.id,
            website_name: row.website.name,
            website_domain: row.website.domain,
            message: row.message,
            send_as_notification: row.send_as_notification,
            send_as_email: row.send_as_email,
            email_subject: row.email_subject,
            is_active: row.is_active,
            created_by: row.created_by_id,
            created_by_username: row.created_by,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}
