use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{payment_summary, transactions};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(transactions::list_client_payments))
        .routes(routes!(transactions::list_all_transactions))
        .routes(routes!(payment_summary::get_order_payment_summary))
}
