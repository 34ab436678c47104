use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{configs, deletion_messages, sent};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(configs::list_reminder_configs, configs::create_reminder_config))
        .routes(routes!(
            configs::get_reminder_config,
            configs::replace_reminder_config,
            configs::update_reminder_config,
            configs::delete_reminder_config
        ))
        .routes(routes!(
            deletion_messages::list_deletion_messages,
            deletion_messages::create_deletion_message
        ))
        .routes(routes!(
            deletion_messages::get_deletion_message,
            deletion_messages::replace_deletion_message,
            deletion_messages::update_deletion_message,
            deletion_messages::delete_deletion_message
        ))
        .routes(routes!(sent::list_sent_reminders))
}
