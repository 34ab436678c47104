//! What a reminder shall be.

use serde::Deserialize;
use tally_entity::WebsiteId;
use tally_http::{ApiError, ApiResult, Price, Text};
use utoipa::ToSchema;

use crate::reminders::repository::configs::Changes;

/// All, in hundredths of a percent.
const WHOLE: i64 = 10_000;

/// A reminder.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReminderConfigForm {
    /// Needed from those who see every website.
    #[schema(value_type = Option<i64>)]
    website: Option<WebsiteId>,
    name: Text<1, 100>,
    /// Of the time to the deadline, with two decimals at most.
    #[schema(value_type = f64, minimum = 0, maximum = 100)]
    deadline_percentage: Price,
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
    #[serde(default)]
    #[schema(minimum = 0)]
    display_order: i32,
}

/// What is to be different about a reminder; what is absent stays.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReminderConfigChanges {
    #[schema(value_type = Option<i64>)]
    website: Option<WebsiteId>,
    name: Option<Text<1, 100>>,
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 100)]
    deadline_percentage: Option<Price>,
    message: Option<Text<1, 5000>>,
    send_as_notification: Option<bool>,
    send_as_email: Option<bool>,
    /// Empty takes it away.
    email_subject: Option<Text<0, 255>>,
    is_active: Option<bool>,
    #[schema(minimum = 0)]
    display_order: Option<i32>,
}

fn yes() -> bool {
    true
}

impl ReminderConfigForm {
    pub(super) fn checked(self) -> ApiResult<Changes> {
        let Self {
            website,
            name,
            deadline_percentage,
            message,
            send_as_notification,
            send_as_email,
            email_subject,
            is_active,
            display_order,
        } = self;
        let changes = ReminderConfigChanges {
            website,
            name: Some(name),
            deadline_percentage: Some(deadline_percentage),
            message: Some(message),
            send_as_notification: Some(send_as_notification),
            send_as_email: Some(send_as_email),
            email_subject: Some(email_subject.unwrap_or_else(|| Text(String::new()))),
            is_active: Some(is_active),
            display_order: Some(display_order),
        };
        changes.checked()
    }
}

impl ReminderConfigChanges {
    pub(super) fn checked(self) -> ApiResult<Changes> {
        let share = self.deadline_percentage.map(|Price(share)| share);
        if share.is_some_and(|share| share > WHOLE) {
            return Err(ApiError::invalid("/deadline_percentage", "must be 100 at most"));
        }
        if self.display_order.is_some_and(|order| order < 0) {
            return Err(ApiError::invalid("/display_order", "must be 0 or more"));
        }
        Ok(Changes {
            website: self.website,
            name: self.name.map(|Text(name)| name),
            share,
            message: self.message.map(|Text(message)| message),
            send_as_notification: self.send_as_notification,
            send_as_email: self.send_as_email,
            email_subject: self.email_subject.map(|Text(subject)| subject),
            is_active: self.is_active,
            display_order: self.display_order,
        })
    }
}
