use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{availability, board, order_requests};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(board::get_writer_queue))
        .routes(routes!(order_requests::get_writer_order_requests))
        .routes(routes!(availability::get_writer_availability, availability::set_writer_availability))
}
