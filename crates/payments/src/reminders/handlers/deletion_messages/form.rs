//! What a message shall be.

use serde::Deserialize;
use tally_entity::WebsiteId;
use tally_http::Text;
use utoipa::ToSchema;

use crate::reminders::repository::deletion_messages::Changes;

/// A message.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DeletionMessageForm {
    /// Needed from those who see every website.
    #[schema(value_type = Option<i64>)]
    website: Option<WebsiteId>,
    message: Text<1, 5000>,
    #[serde(default = "yes")]
    #[schema(default = true)]
    send_as_notification: bool,
    #[serde(default = "yes")]
    #[schema(default = true)]
    send_as_email: bool,
    email_subject: Option<Text<0, 255>>,
    #[serde(default = "yes")]
    #[schema(default = true)]
    is_active: bool,
}

/// What is to be different about a message; what is absent stays.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DeletionMessageChanges {
    #[schema(value_type = Option<i64>)]
    website: Option<WebsiteId>,
    message: Option<Text<1, 5000>>,
    send_as_notification: Option<bool>,
    send_as_email: Option<bool>,
    /// Empty takes it away.
    email_subject: Option<Text<0, 255>>,
    is_active: Option<bool>,
}

fn yes() -> bool {
    true
}

impl DeletionMessageForm {
    pub(super) fn checked(self) -> Changes {
        let Self { website, message, send_as_notification, send_as_email, email_subject, is_active } = self;
        let changes = DeletionMessageChanges {
            website,
            message: Some(message),
            send_as_notification: Some(send_as_notification),
            send_as_email: Some(send_as_email),
            email_subject: Some(email_subject.unwrap_or_else(|| Text(String::new()))),
            is_active: Some(is_active),
        };
        changes.checked()
    }
}

impl DeletionMessageChanges {
    pub(super) fn checked(self) -> Changes {
        Changes {
            website: self.website,
            message: self.message.map(|Text(message)| message),
            send_as_notification: self.send_as_notification,
            send_as_email: self.send_as_email,
            email_subject: self.email_subject.map(|Text(subject)| subject),
            is_active: self.is_active,
        }
    }
}
