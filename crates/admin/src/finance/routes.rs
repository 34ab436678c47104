use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{all_payments, overview};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(all_payments::get_admin_writer_payments))
        .routes(routes!(overview::get_admin_finance_overview))
}
