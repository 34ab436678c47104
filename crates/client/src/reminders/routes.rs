use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{create, list, update};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::get_payment_reminders))
        .routes(routes!(create::create_payment_reminder))
        .routes(routes!(update::update_payment_reminder))
}
