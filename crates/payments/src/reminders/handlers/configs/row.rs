use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{PaymentReminderConfigId, UserId, WebsiteId};
use tally_http::Decimal;
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::reminders::repository::configs::Config;

/// A reminder that unpaid clients are sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReminderConfig {
    #[schema(value_type = i64)]
    id: PaymentReminderConfigId,
    #[schema(value_type = i64)]
    website: WebsiteId,
    website_name: String,
    website_domain: String,
    name: String,
    /// Of the time to the deadline that has passed.
    deadline_percentage: Decimal,
    message: String,
    send_as_notification: bool,
    send_as_email: bool,
    email_subject: Option<String>,
    is_active: bool,
    display_order: i32,
    #[schema(value_type = Option<i64>)]
    created_by: Option<UserId>,
    created_by_username: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl From<Config> for ReminderConfig {
    fn from(row: Config) -> Self {
        Self {
            id: row.id,
            website: row.website.id,
            website_name: row.website.name,
            website_domain: row.website.domain,
            name: row.name,
            deadline_percentage: Hundredths(row.share).into(),
            message: row.message,
            send_as_notification: row.send_as_notification,
            send_as_email: row.send_as_email,
            email_subject: row.email_subject,
            is_active: row.is_active,
            display_order: row.display_order,
            created_by: row.created_by_id,
            created_by_username: row.created_by,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}
