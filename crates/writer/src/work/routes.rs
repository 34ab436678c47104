use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{order_priorities, order_priority, workload_capacity};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(workload_capacity::get_writer_workload_capacity))
        .routes(routes!(
            order_priority::get_writer_order_priority,
            order_priority::post_writer_order_priority,
            order_priority::patch_writer_order_priority
        ))
        .routes(routes!(order_priorities::get_writer_order_priorities))
}
