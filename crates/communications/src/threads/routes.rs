use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    change, create, create_general_thread, delete, detail, list, order_recipients, start_for_order, typing,
    typing_status,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_threads, create::create_thread))
        .routes(routes!(detail::get_thread, change::change_thread, delete::delete_thread))
        .routes(routes!(order_recipients::list_order_recipients))
        .routes(routes!(create_general_thread::start_general_thread))
        .routes(routes!(start_for_order::start_order_thread))
        .routes(routes!(typing::note_typing))
        .routes(routes!(typing_status::get_typing_status))
}
