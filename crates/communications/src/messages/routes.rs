use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    attach, available_recipients, change, delete, detail, download_attachment, list, mark_as_read,
    mark_thread_read, react, send, send_simple,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_messages, send::send_message))
        .routes(routes!(detail::get_message, change::edit_message, delete::delete_message))
        .routes(routes!(send_simple::send_simple_message))
        .routes(routes!(attach::attach_file))
        .routes(routes!(available_recipients::list_available_recipients))
        .routes(routes!(mark_thread_read::mark_thread_read))
        .routes(routes!(mark_as_read::mark_message_read))
        .routes(routes!(react::add_reaction, react::remove_reaction))
        .routes(routes!(download_attachment::download_message_attachment))
}
